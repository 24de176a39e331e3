import { defaultPack } from '#files';
import { chromiumPath, launchBrowser } from '../test/support/browser.ts';
import { startServer } from '../test/support/server.ts';
import type { Measure } from './measure.ts';
import { quantile } from './measure.ts';

const CHANGES = 20;

/** From a key on a fertility handle to the first band of the new projection on the screen, in Chromium. */
export async function changeToFan(): Promise<Measure[]> {
  const what = 'first fan on the page after a change';
  const how = `${CHANGES} keys on the first fertility handle, to the first frame with a new band; workers warm, 1440 x 900, headless`;
  if (chromiumPath === undefined)
    return [{ what, bound: '<= 200 ms', measured: 'no Chromium found', met: undefined, how }];
  const server = await startServer(defaultPack);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.address}/forecast`);
    await page.locator(BAND).first().waitFor();
    await page.waitForTimeout(REST);
    await page.getByRole('slider').first().focus();
    const times: number[] = [];
    for (let change = 0; change < CHANGES; change++) {
      await page.evaluate(FOLLOW);
      await page.keyboard.press(change % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
      times.push(await page.evaluate<number>('window.fanTime'));
      await page.waitForTimeout(REST);
    }
    return [
      {
        what,
        bound: '<= 200 ms',
        measured: `median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`,
        met: quantile(times, 0.5) <= 200,
        how,
      },
    ];
  } finally {
    await browser.close();
    server.stop();
  }
}

/** Milliseconds in which all trajectories of a change are drawn. */
const REST = 2500;
const BAND = '.lab-charts .lab-plot path[fill-opacity]';

/** Milliseconds after which no band is waited for. */
const LIMIT = 10_000;

/** Runs in the page: starts to measure from the next key to the first frame in which the band is another; its own value is nothing, or it would be waited for. */
const FOLLOW = `{
  const drawn = () => document.querySelector('${BAND}')?.getAttribute('d') ?? '';
  const before = drawn();
  window.fanTime = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no new band')), ${LIMIT});
    addEventListener('keydown', (event) => {
      const frame = () => {
        const now = drawn();
        if (now !== '' && now !== before) resolve(performance.now() - event.timeStamp);
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    }, { once: true, capture: true });
  });
  undefined;
}`;
