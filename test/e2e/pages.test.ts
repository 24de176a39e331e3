import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchBrowser } from '../support/browser.ts';
import { luzhouFolder } from '../support/packs.ts';
import { startServer } from '../support/server.ts';

if (chromiumPath === undefined)
  process.stdout.write('skipped: end-to-end tests need a Chromium (install one or set POPPLUS_CHROMIUM)\n');

let browser: Browser;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  [server, browser] = await Promise.all([startServer(luzhouFolder), launchBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.stop();
});

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, page errors and requests to other origins. */
  readonly trouble: string[];
}

async function open(path: string, width = 1440): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !/^(data|blob):/.test(request.url()))
      trouble.push(`left the origin: ${request.url()}`);
  });
  await page.goto(server.address + path);
  await page.locator('main h1').first().waitFor();
  return { page, context, trouble };
}

const pages = ['/', '/population', '/forecast', '/plan', '/warnings', '/data', '/register', '/review'];
const parts = ['/data?dataset=marriage&tab=contract', '/data?dataset=marriage', '/data?tab=upload&dataset=school-roll'];
const tools = ['districts', 'odds', 'solve', 'check', 'split', 'table'].map((tool) => `/forecast?tool=${tool}`);

describe.skipIf(chromiumPath === undefined)('every page', () => {
  it.each(
    [...pages, ...parts, ...tools].flatMap((path) =>
      [1440, 390].flatMap((width) => ['zh', 'en'].map((lang) => [path, width, lang] as const)),
    ),
  )(
    '%s at %i px in %s loads without errors, keeps to its origin and does not scroll sideways',
    async (path, width, lang) => {
      const { page, context, trouble } = await open(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, width);
      await page.waitForTimeout(300);
      expect(trouble).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await page.evaluate('document.documentElement.lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
      await context.close();
    },
  );

  it.each(pages.slice(0, 4))('%s lets its first chart out as PNG, SVG and XLSX', async (path) => {
    const { page, context } = await open(path === '/plan' ? '/plan?indicator=resident-population' : path);
    const frame = page.locator('.chart-frame').first();
    for (const [kind, magic] of [
      ['PNG', '\u0089PNG'],
      ['SVG', '<svg'],
      ['XLSX', 'PK'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        frame.getByRole('button', { name: kind, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
      const stream = await download.createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      expect(bytes.length).toBeGreaterThan(1500);
      expect(bytes.subarray(0, magic.length).toString('latin1')).toBe(magic);
    }
    await context.close();
  });

  it('switches the language and keeps the view', async () => {
    const { page, context } = await open('/population?area=510525&year=2035');
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForFunction("document.documentElement.lang === 'en'");
    expect(page.url()).toContain('area=510525');
    expect(page.url()).toContain('year=2035');
    expect(await page.locator('main h1').first().innerText()).toMatch(/Gulin/);
    await context.close();
  });

  it('is reached by keyboard: skip link first, then the navigation', async () => {
    const { page, context } = await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/population/);
    await context.close();
  });

  it.each([
    '/population?area=510525&year=notayear',
    '/forecast?s=nonsense&tfr=2030:1.5',
    '/plan?indicator=nonsense',
    '/warnings?grade=purple',
    '/data?dataset=nonsense',
    '/register?tab=nonsense',
    '/review?at=first',
  ])('ignores what makes no sense in its address, part by part, and says so: %s', async (path) => {
    const { page, context, trouble } = await open(path);
    await page.locator('.ignored').first().waitFor();
    expect(trouble).toEqual([]);
    await context.close();
  });

  it.each([
    ['/data', 'popplus ingest'],
    ['/register', 'popplus refresh'],
    ['/data?dataset=marriage', 'popplus ingest marriage'],
    ['/data?dataset=marriage&tab=quarantine', '需要“数据管理”以上的账号'],
    ['/review', '需要“经办”以上的账号'],
  ])('says at %s what is missing where nothing was taken in: %s', async (path, words) => {
    const { page, context, trouble } = await open(path);
    await page.locator('main').getByText(words).first().waitFor();
    expect(trouble).toEqual([]);
    await context.close();
  });

  it('tells of a page that is not there', async () => {
    const { page, context } = await open('/nowhere');
    expect(await page.locator('h1').innerText()).toBe('没有这个页面');
    await context.close();
  });
});

describe.skipIf(chromiumPath === undefined)('what a planner does', () => {
  it('sees target, actual and projection, and the migration that the target takes', async () => {
    const { page, context } = await open('/');
    const words = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    for (const part of ['465.00', '500.00', '427.10', '2027年', '2028年']) expect(words).toContain(part);
    expect(words).toMatch(/1[0-9]{2},[0-9]{3} ?人\/年/);
    await context.close();
  });

  it('asks a figure why', async () => {
    const { page, context } = await open('/');
    await page
      .getByRole('button', { name: /17\.65/ })
      .first()
      .click();
    const why = page.locator('.why');
    await why.waitFor();
    const words = await why.innerText();
    expect(words).toContain('P(65+) / P × 100');
    expect(words).toContain('常住口径');
    expect(words).toContain('65岁及以上人口');
    await context.close();
  });

  it('moves the pyramid through the years by keyboard', async () => {
    const { page, context } = await open('/population?year=2030');
    const slider = page.getByRole('slider').first();
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/year=2031/);
    await page.keyboard.press('End');
    await page.waitForURL(/year=2050/);
    await context.close();
  });

  it('edits fertility by keyboard and by typing; the address carries it; undo takes it back', async () => {
    const { page, context, trouble } = await open('/forecast');
    const handle = page.getByRole('slider', { name: /总和生育率.*2030/ });
    const before = Number(await handle.getAttribute('aria-valuenow'));
    await handle.focus();
    await page.keyboard.press('ArrowUp');
    await page.waitForURL(/tfr=2030:/);
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
    const address = page.url();
    await page.keyboard.press('Control+z');
    await page.waitForURL((url) => !url.search.includes('tfr='));
    await page.goto(address);
    await handle.waitFor();
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
    expect(trouble).toEqual([]);
    await context.close();
  });

  it('drags a handle and sees the projection follow within the frame', async () => {
    const { page, context } = await open('/forecast');
    const handle = page.getByRole('slider').first();
    const box = (await handle.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y - 15, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/tfr=/);
    expect(await page.evaluate(() => performance.getEntriesByName('handle-to-paint').length)).toBeGreaterThan(0);
    await context.close();
  });

  it('finds contradictions with their arithmetic', async () => {
    const { page, context } = await open('/plan?tab=statements');
    const words = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    expect(words).toContain('X13');
    expect(words).toMatch(/叙永县 55\.2979|叙永县 55\.3/);
    expect(words).toContain('38');
    await context.close();
  });

  it.each([1440, 390])('holds the targets together and says what that takes, at %i px', async (width) => {
    const { page, context, trouble } = await open('/plan?tab=consistency', width);
    const words = await page.locator('main').innerText();
    expect(words).toContain('超出曾有');
    expect(words).toMatch(/\(5,000,000 − 4,650,000 − [\d,]+ \+ [\d,]+\) ÷ 5 = [\d,]+/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(trouble).toEqual([]);
    await context.close();
  });

  it('reads warnings of one county', async () => {
    const { page, context } = await open('/warnings?area=510521');
    const words = await page.locator('main').innerText();
    expect(words).toContain('泸县');
    expect(words).toMatch(/橙|黄/);
    await context.close();
  });

  it('sees a fan at once, and how likely each target is', async () => {
    const { page, context, trouble } = await open('/forecast?tool=odds&draws=200&show=share-65-plus');
    await page.locator('[data-testid=draws][data-done=true]').waitFor({ timeout: 60_000 });
    expect(await page.locator('[data-testid=draws]').innerText()).toContain('200 条轨迹');
    const bounds = await page
      .locator('.lab-uncertainty .lab-compare-parts tbody tr')
      .first()
      .locator('td')
      .allInnerTexts();
    const [low95, low80, median, high80, high95] = bounds.map(Number);
    expect([low95, low80, median, high80, high95]).toEqual(
      [low95, low80, median, high80, high95].toSorted((a, b) => a! - b!),
    );
    expect(low95).toBeLessThan(high95!);
    expect(await page.locator('.lab-odds meter').count()).toBeGreaterThan(3);
    expect(trouble).toEqual([]);
    await context.close();
  });

  it('asks what a target takes, and takes the answer over', async () => {
    const { page, context, trouble } = await open('/forecast?tool=solve&aim=resident-population:2030:430');
    const card = page.locator('.lab-solution').filter({ hasText: '净迁入' }).first();
    expect(await card.innerText()).toContain('要使泸州市2030年常住人口达到430');
    await card.getByRole('button').click();
    await page.waitForURL(/mig=2025:/);
    const outcome = page
      .getByTestId('outcomes')
      .getByRole('row', { name: /常住人口/ })
      .first();
    expect(await outcome.innerText()).toContain('430.00');
    expect(trouble).toEqual([]);
    await context.close();
  });

  it('keeps a scenario by name, compares it and deletes it', async () => {
    const { page, context, trouble } = await open('/forecast?tfr=2030:1.6');
    await page.getByRole('textbox', { name: '方案名称' }).fill('生育支持');
    await page.getByRole('textbox', { name: '方案名称' }).press('Enter');
    await page.waitForURL(/name=/);
    await page.goto(`${server.address}/forecast`);
    await page.getByRole('checkbox', { name: '零迁移' }).click();
    await page.getByRole('checkbox', { name: '生育支持' }).click();
    expect(await page.locator('.lab-compare tbody').innerText()).toContain('生育支持');
    await page.getByRole('button', { name: /已保存/ }).click();
    await page.getByRole('button', { name: '删除“生育支持”' }).click();
    await page.getByRole('checkbox', { name: '生育支持' }).waitFor({ state: 'detached' });
    expect(trouble).toEqual([]);
    await context.close();
  });

  it('sees where the method loses to a simple one, and what makes scenarios differ', async () => {
    const { page, context, trouble } = await open('/forecast?tool=check');
    const words = await page.locator('.lab-check').innerText();
    expect(words).toContain('人口不变');
    expect(words).toMatch(/本模型不如|不差于/);
    await page.getByRole('button', { name: '分解', exact: true }).click();
    await page.locator('.lab-split svg').first().waitFor();
    expect(trouble).toEqual([]);
    await context.close();
  });
});
