import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { isMissing } from '#base';
import { readPack } from '#files';
import type { SimulationJob, TrajectoryValues } from '#outlook';
import { SimulationCancelled, runJob } from '#outlook';
import { prepareBaseline } from '#projection';
import { describe, expect, it } from 'vitest';
import { nodePool } from '../../src/cli/node-pool.ts';
import { chromiumPath, launchBrowser } from '../support/browser.ts';
import { exampleFolder, luzhouFolder } from '../support/packs.ts';
import { startServer } from '../support/server.ts';

const pack = readPack(luzhouFolder).pack!;
const indicators = ['resident-population', 'births', 'total-fertility-rate', 'share-65-plus', 'median-age'];
const job: SimulationJob = {
  scenario: 'medium',
  changes: { fertility: { 2035: 1.5 } },
  seed: 20_260_101,
  count: 60,
  tracks: indicators.flatMap((indicator) => ['510500', '510525'].map((area) => ({ indicator, area }))),
};

const hash = ({ values }: TrajectoryValues): string =>
  createHash('sha256')
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest('hex');

const assets = resolve(import.meta.dirname, '../../dist/web/assets');
const workerFile = existsSync(assets)
  ? readdirSync(assets).find((name) => /^simulation\.worker.*\.js$/.test(name))
  : undefined;

/** A script that has the built worker of a page do the job, and tells the hash of its values. */
const hashInPage = (file: string): string => `(async () => {
  const pack = await (await fetch('/api/pack')).json();
  const worker = new Worker('/assets/${file}', { type: 'module' });
  const answer = new Promise((done, failed) => {
    worker.addEventListener('message', ({ data }) => done(data));
    worker.addEventListener('error', ({ message }) => failed(new Error(message)));
  });
  worker.postMessage({ pack });
  worker.postMessage({ id: 1, job: ${JSON.stringify(job)} });
  const digest = await crypto.subtle.digest('SHA-256', (await answer).values.values);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
})()`;

describe('the same seed', () => {
  const here = runJob(prepareBaseline(pack), job);
  if (isMissing(here)) throw new Error(here.missing);
  const expected = hash(here);

  it('gives numbers and not only NaN', () => {
    expect(here.values.every((value) => Number.isFinite(value))).toBe(true);
    expect(new Set(here.values).size).toBeGreaterThan(here.values.length / 2);
  });

  it('gives identical bytes in threads of Node, however many', async () => {
    for (const workers of [1, 3]) {
      const pool = nodePool(pack, workers);
      let batches = 0;
      const values = await pool.start(job, () => batches++).result;
      if (isMissing(values)) throw new Error(values.missing);
      expect(hash(values)).toBe(expected);
      expect(batches).toBeGreaterThan(1);
      pool.close();
    }
  }, 60_000);

  it.skipIf(chromiumPath === undefined || workerFile === undefined)(
    `gives identical bytes in a worker of Chromium${workerFile === undefined ? ' (skipped: the web app is not built)' : ''}`,
    async () => {
      const [server, browser] = await Promise.all([startServer(luzhouFolder), launchBrowser()]);
      try {
        const page = await browser.newPage();
        await page.goto(`${server.address}/api/health`);
        const theirs = await page.evaluate(hashInPage(workerFile!));
        expect(theirs).toBe(expected);
      } finally {
        await browser.close();
        server.stop();
      }
    },
    60_000,
  );
});

describe('a pool', () => {
  it('throws away what is cancelled and goes on with the next', async () => {
    const pool = nodePool(pack, 1);
    const first = pool.start({ ...job, count: 2000 });
    first.cancel();
    await expect(first.result).rejects.toBeInstanceOf(SimulationCancelled);
    const second = await pool.start({ ...job, count: 30 }).result;
    expect(isMissing(second) ? 0 : second.run.trajectories).toBe(30);
    const third = pool.start(job);
    pool.close();
    await expect(third.result).rejects.toBeInstanceOf(SimulationCancelled);
  }, 60_000);

  it('says why there is nothing: a pack without uncertainty, a scenario that is not there', async () => {
    const pool = nodePool({ ...readPack(exampleFolder).pack!, uncertainty: undefined }, 1);
    expect(await pool.start({ ...job, tracks: [] }).result).toEqual({
      missing: 'not-reported',
      what: 'uncertainty.yaml',
    });
    await expect(pool.start({ ...job, scenario: 'none' }).result).rejects.toThrow('no scenario none');
    pool.close();
  }, 60_000);
});
