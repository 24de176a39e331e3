import { isMissing } from '#base';
import type { SimulationPool } from '#outlook';
import type { Pack } from '#plan';
import { nodePool } from '../src/cli/node-pool.ts';
import type { Measure } from './measure.ts';
import { quantile, time } from './measure.ts';
import { freeMedium, packOfAreas } from './packs-of-areas.ts';
import { referenceLoop } from './projection-speed.ts';

const MEASURED = [
  'resident-population',
  'births',
  'deaths',
  'net-migration',
  'total-fertility-rate',
  'share-0-14',
  'share-60-plus',
  'share-65-plus',
];

interface Size {
  readonly areas: number;
  readonly years: number;
  readonly trajectories: number;
  readonly workers: number;
}

/** Trajectories with full origin-destination migration in threads, eight indicators of the city measured in each year of each. */
export async function trajectorySpeed(): Promise<Measure[]> {
  const usual: Size = { areas: 7, years: 30, trajectories: 1000, workers: 2 };
  const bounds: readonly [Size, number][] = [
    [usual, 1],
    [{ ...usual, areas: 1, workers: 1 }, 0.1],
    [{ ...usual, areas: 1 }, 0.1],
    [{ ...usual, areas: 31 }, 10],
  ];
  const measures: Measure[] = [];
  for (const [size, bound] of bounds) {
    const seconds = await secondsOf(size);
    const bare = bareSeconds(size);
    measures.push({
      what: wordsOf(size),
      bound: `<= ${bound} s`,
      measured: `median ${seconds.toFixed(2)} s; ${(seconds / bare).toFixed(1)} x a bare loop on one thread (${bare.toFixed(3)} s)`,
      met: seconds <= bound,
      how: `median of ${RUNS} runs on started workers, from the request to the joined values`,
    });
  }
  const growth: readonly [string, readonly Size[]][] = [
    ['areas', [7, 15, 31].map((areas) => ({ ...usual, trajectories: 200, areas }))],
    ['years', [15, 30, 60].map((years) => ({ ...usual, years }))],
    ['trajectories', [500, 1000, 2000].map((trajectories) => ({ ...usual, trajectories }))],
  ];
  for (const [what, sizes] of growth) {
    const found: string[] = [];
    for (const size of sizes)
      found.push(`${size[what as 'areas' | 'years' | 'trajectories']}: ${(await secondsOf(size)).toFixed(2)} s`);
    measures.push({
      what: `growth with ${what}`,
      bound: 'stated',
      measured: found.join(', '),
      met: true,
      how: `otherwise ${wordsOf(sizes[1]!)}`,
    });
  }
  return measures;
}

const RUNS = 5;

const wordsOf = ({ areas, years, trajectories, workers }: Size): string =>
  `${trajectories} trajectories, ${areas} area${areas === 1 ? '' : 's'} x ${years} years, ${workers} worker${workers === 1 ? '' : 's'}`;

async function secondsOf(size: Size): Promise<number> {
  const pack = packOfAreas(size.areas);
  const pool = nodePool(pack, size.workers);
  await run(pool, pack, { ...size, trajectories: 100 * size.workers });
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    await run(pool, pack, size);
    times.push((performance.now() - start) / 1000);
  }
  pool.close();
  return quantile(times, 0.5);
}

async function run(pool: SimulationPool, pack: Pack, { years, trajectories }: Size): Promise<void> {
  const tracks = MEASURED.map((indicator) => ({ indicator, area: pack.info.city }));
  const until = pack.info.years.base + years;
  const values = await pool.start({ scenario: freeMedium(pack), tracks, seed: 1, count: trajectories, until }).result;
  if (isMissing(values)) throw new Error(values.missing);
}

/** As many trajectories of the least recurrence there is, on one thread. */
function bareSeconds({ areas, years, trajectories }: Size): number {
  const base = new Float64Array(areas * 202).fill(1000);
  const sample = 100;
  const each = time(
    () => {
      for (let i = 0; i < sample; i++) referenceLoop(base, years);
    },
    5,
    2,
  );
  return ((quantile(each, 0.5) / 1000) * trajectories) / sample;
}
