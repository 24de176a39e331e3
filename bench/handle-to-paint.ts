import { defaultPack } from '#files';
import { chromiumPath, launchBrowser } from '../test/support/browser.ts';
import { startServer } from '../test/support/server.ts';
import type { Measure } from './measure.ts';
import { quantile } from './measure.ts';

const MOVES = 40;

/** From moving an assumption's handle to the repaint, in Chromium: pointer event to the frame after the commit, as the page marks it. */
export async function handleToPaint(): Promise<Measure[]> {
  const what = 'handle move to repaint in Chromium';
  const how = `${MOVES} pointer moves of the first fertility handle on /forecast, 1440 x 900, headless, the page's own performance measures`;
  if (chromiumPath === undefined)
    return [{ what, bound: '<= 50 ms', measured: 'no Chromium found', met: undefined, how }];
  const server = await startServer(defaultPack);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.address}/forecast`);
    const handle = page.getByRole('slider').first();
    await handle.waitFor();
    const box = (await handle.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let move = 1; move <= MOVES; move++) {
      await page.mouse.move(x, y - (move % 20) * 2);
      await page.waitForTimeout(80);
    }
    await page.mouse.up();
    const times = await page.evaluate(() =>
      performance.getEntriesByName('handle-to-paint').map((entry) => entry.duration),
    );
    if (times.length === 0) throw new Error('the page marked no repaint');
    return [
      {
        what,
        bound: '<= 50 ms',
        measured: `median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms (${times.length} repaints)`,
        met: quantile(times, 0.5) <= 50,
        how,
      },
    ];
  } finally {
    await browser.close();
    server.stop();
  }
}
