import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '#api';
import { openServices } from '#api';
import { defaultPack, readPack } from '#files';
import { currentVersion, tableSql } from '#register';
import { openDatabase } from '#warehouse';
import { chromiumPath, launchBrowser } from '../support/browser.ts';
import { luzhouFolder } from '../support/packs.ts';
import { sampleHome } from '../support/sample-home.ts';
import { startServer } from '../support/server.ts';

if (chromiumPath === undefined)
  process.stdout.write('skipped: end-to-end tests of the register need a Chromium (see pages.test.ts)\n');

const PASSWORD = 'a password of tests';

let browser: Browser;
let sample: Awaited<ReturnType<typeof sampleHome>>;
let services: Services;
let server: Awaited<ReturnType<typeof startServer>>;
let context: BrowserContext;
let page: Page;
const trouble: string[] = [];
let somebody: { readonly name: string; readonly born: string };

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  [sample, browser] = await Promise.all([sampleHome(), launchBrowser()]);
  somebody = await findSomebody(sample.home);
  await queueOnePair(sample.home);
  services = openServices(sample.home);
  server = await startServer(luzhouFolder, services);
  await services.ledger.use(({ accounts }) => accounts.add({ name: 'wangmin', role: 'clerk', areas: [] }, PASSWORD));
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  server?.stop();
  await services?.close();
  sample?.remove();
}, 60_000);

/** A person with a name and a mother, of whom several departments know. */
async function findSomebody(home: string): Promise<typeof somebody> {
  const database = await openDatabase();
  const { version } = currentVersion(home)!;
  const [found] = await database.rows<typeof somebody>(
    `SELECT written_name AS name, born::VARCHAR AS born FROM ${tableSql(home, version, 'person')} p
     JOIN ${tableSql(home, version, 'kin')} k USING (person_id)
     JOIN (SELECT person_id, count(*) AS spells FROM ${tableSql(home, version, 'spell')} GROUP BY 1) s USING (person_id)
     WHERE k.kind = 'mother' AND length(written_name) = 3 ORDER BY spells DESC, person_id LIMIT 1`,
  );
  database.close();
  return found!;
}

/** Puts two records of different people in the queue: in so small a city the model is seldom in doubt. */
async function queueOnePair(home: string): Promise<void> {
  const database = await openDatabase();
  const { version } = currentVersion(home)!;
  const rows = await database.rows<{ record: string }>(
    `SELECT min(record_id) AS record FROM ${tableSql(home, version, 'link')} WHERE is_own GROUP BY person_id ORDER BY person_id LIMIT 2`,
  );
  database.close();
  const path = join(home, 'register', 'current.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { doubtful: unknown[] };
  const steps = [
    { comparison: 'prior', level: 'prior', bits: -18, total: -18 },
    { comparison: 'name', level: 'near-sound', bits: 10, total: -8 },
    { comparison: 'birth', level: 'one-digit', bits: 8.5, total: 0.5 },
  ];
  manifest.doubtful = [{ records: rows.map(({ record }) => record), probability: 0.586, steps }];
  writeFileSync(path, JSON.stringify(manifest));
}

const show = async (path: string): Promise<void> => {
  await page.goto(server.address + path);
  await page.locator('main h1').first().waitFor();
};

describe.skipIf(chromiumPath === undefined)('a day with the register', () => {
  it('signs in: a wrong password stays in view, a right one opens the search', async () => {
    await show('/register?tab=person');
    await page.getByText('需要“经办”以上的账号').waitFor();
    await page.locator('main').getByRole('button', { name: '登录' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[name=name]:focus').waitFor();
    await page.keyboard.type('wangmin');
    await page.keyboard.press('Tab');
    await page.keyboard.type('something else');
    await page.keyboard.press('Enter');
    await dialog.getByText('账号或密码不对').waitFor();
    await dialog.getByLabel('密码').fill(PASSWORD);
    await dialog.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('button', { name: 'wangmin' }).waitFor();
    await page.locator('main:focus').waitFor();
    expect(trouble.splice(0)).toEqual([expect.stringContaining('401')]);
  }, 60_000);

  it('finds a person for a purpose and sees the panorama, masked, with nothing personal in the address', async () => {
    await page.getByLabel('用途').selectOption({ index: 1 });
    await page.getByLabel('查询方式').selectOption('name');
    await page.getByRole('textbox', { name: '姓名' }).fill(somebody.name);
    await page.locator('input[name=birth]').fill(somebody.born);
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.locator('.st-table .pl-link').first().click();
    await page.getByRole('heading', { name: '部门之间不一致' }).waitFor();
    const words = await page.locator('main').innerText();
    expect(words).not.toContain(somebody.name);
    expect(words).toContain(`${somebody.name[0]}*${somebody.name[2]}`);
    expect(words).not.toMatch(/\d{17}[\dX]/);
    for (const part of ['母亲', '户籍', '建立编号']) expect(words).toContain(part);
    expect(await page.locator('.rg-spells rect').count()).toBeGreaterThan(0);
    expect(new URL(page.url()).search).toMatch(/^\?tab=person&person=[0-9a-f]+$/);
  }, 60_000);

  it('asks for the purpose again when a panorama is opened by its address', async () => {
    await page.reload();
    await page.getByText('请先选择用途').waitFor();
    await page.getByLabel('用途').selectOption({ index: 2 });
    await page.getByRole('heading', { name: '部门之间不一致' }).waitFor();
  }, 60_000);

  it('takes two records of a person apart: how a wrong merge is undone', async () => {
    const records = page.locator('.rg-record input');
    expect(await records.count()).toBeGreaterThan(1);
    await records.nth(0).check();
    await records.nth(1).check();
    await page.getByRole('button', { name: '核对选中的两条' }).click();
    await page.locator('.rv-sides').waitFor();
    await page.getByRole('button', { name: /不是同一人/ }).click();
    await page.getByLabel('同名不同人').check();
    await page.getByRole('button', { name: '确定', exact: true }).click();
    await page.getByText('已记录,下次更新人口库起生效').waitFor();
  }, 60_000);

  it('decides a pair by keyboard, with a reason, and decides it anew', async () => {
    await show('/review');
    await page.locator('.rv-waterfall').waitFor();
    expect(await page.locator('main').innerText()).toContain('姓名: 近音');
    await page.keyboard.press('2');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByText('待核对 0,已核对 2').waitFor();
    await page.getByLabel('显示').selectOption('decided');
    await page.locator('.rv-waterfall').waitFor();
    await page.locator('.rv-decisions').getByText('同名不同人').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('.rv-decisions').getByText('namesakes').waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.keyboard.press('3');
    await page.getByLabel('其他理由').fill('等派出所回函');
    await page.getByRole('button', { name: '确定', exact: true }).click();
    await page.locator('.rv-decisions').getByText('等派出所回函').waitFor();
    expect(await page.locator('.rv-decisions li').count()).toBe(2);
  }, 60_000);

  it('takes in a file with a bad row, and corrects the row in its place', async () => {
    await show('/data?dataset=marriage&tab=upload');
    const contract = readPack(defaultPack).pack!.datasets.find(({ id }) => id === 'marriage')!;
    const row = (values: Readonly<Record<string, string>>): string =>
      contract.fields.map(({ id }) => values[id] ?? '').join(',');
    const couple = { business: '结婚登记', husband_name: '张大勇', wife_name: '李小梅' };
    const file = [
      contract.fields.map(({ column }) => column).join(','),
      row({ ...couple, certificate_number: 'J510502-2025-000001', registered_on: '2025-01-09' }),
      row({ ...couple, certificate_number: 'J510502-2025-000002' }),
    ].join('\n');
    await page.locator('input[type=file]').setInputFiles({
      name: '婚姻登记_202501.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    });
    await page.getByText('读入 2 = 接受 1 + 隔离 1').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: /隔离区/ }).click();
    const waiting = page.locator('.dt-row').filter({ hasText: 'J510502-2025-000002' });
    expect(await waiting.innerText()).toContain('“登记日期”未填');
    const before = await page.locator('.dt-row').count();
    await waiting.getByRole('button', { name: '更正' }).click();
    await waiting.locator('.dt-fault input:focus').fill('2099-01-10');
    await waiting.getByLabel('更正理由').fill('已与报送部门核实');
    await waiting.getByRole('button', { name: '重新入库' }).click();
    await waiting.getByText('仍不能接受').waitFor({ timeout: 60_000 });
    await waiting.getByLabel('登记日期的新值').fill('2025-01-10');
    await waiting.getByRole('button', { name: '重新入库' }).click();
    await page.locator('[role=status]:focus').getByText('第 3 行已更正入库').waitFor({ timeout: 60_000 });
    expect(await page.locator('.dt-row').count()).toBe(before - 1);
    await show('/register');
    await page.getByText('等待并入:2 个批次,3 条核对和核查结果').waitFor();
  }, 120_000);

  it.each([
    '/data',
    '/data?dataset=household-registration&tab=quality',
    '/data?dataset=marriage&tab=quarantine',
    '/register?lineage=files',
    '/register?county=510521',
    '/register?tab=accounts',
    '/review?state=decided',
  ])('%s with data keeps to its width at 390 px', async (path) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await show(path);
    await page.locator('.answer-waiting').first().waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('signs out, and what was for clerks is gone', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await show('/review');
    await page.getByRole('button', { name: 'wangmin' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByText('需要“经办”以上的账号').waitFor();
    expect(await page.locator('.rv-pair').count()).toBe(0);
    expect(trouble).toEqual([]);
    expect(server.failures).toEqual([]);
  });
});
