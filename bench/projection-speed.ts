import { AGES, AREA_CELLS } from '#base';
import { defaultPack, readPack } from '#files';
import { prepareBaseline, runScenario } from '#projection';
import type { Measure } from './measure.ts';
import { quantile, time } from './measure.ts';

/** Seven areas, thirty years, deterministic: the product's run beside a bare reference loop of the same recurrence. */
export function projectionSpeed(): Measure[] {
  const { pack } = readPack(defaultPack);
  if (pack === undefined) throw new Error('the Luzhou pack has errors');
  const baseline = prepareBaseline(pack);
  const scenario = pack.scenarios.find(({ id }) => id === 'medium')!;
  const known = time(() => runScenario(baseline, scenario), 300, 50);
  let shift = 0;
  const fresh = time(
    () => runScenario(baseline, scenario, { changes: { lifeExpectancy: { 2050: 84 + (shift += 1e-4) } } }),
    100,
    20,
  );
  const bare = time(() => referenceLoop(baseline.base.counts, 30), 300, 50);
  const ratio = (values: readonly number[]): string =>
    `${(quantile(values, 0.5) / quantile(bare, 0.5)).toFixed(1)} x a bare loop (${quantile(bare, 0.5).toFixed(2)} ms)`;
  const row = (what: string, values: readonly number[]): Measure => ({
    what,
    bound: '<= 5 ms',
    measured: `median ${quantile(values, 0.5).toFixed(2)} ms, p95 ${quantile(values, 0.95).toFixed(2)} ms; ${ratio(values)}`,
    met: quantile(values, 0.5) <= 5,
    how: `${values.length} runs in Node, one thread`,
  });
  return [
    row('projection 7 areas x 30 years, mortality known', known),
    row('the same, mortality new in every year', fresh),
  ];
}

/** The least that such a projection can be: constant survival, births from a constant rate, no migration, no accounts. */
export function referenceLoop(base: Float64Array, years: number): Float64Array {
  let start = base.slice();
  let end = new Float64Array(base.length);
  for (let year = 0; year < years; year++) {
    for (let block = 0; block < start.length; block += AGES)
      for (let age = AGES - 1; age > 0; age--) end[block + age] = start[block + age - 1]! * 0.99;
    for (let area = 0; area < start.length; area += AREA_CELLS) {
      let births = 0;
      for (let age = 15; age < 50; age++) births += (start[area + age]! + end[area + age]!) * 0.02;
      end[area] = births * 0.48;
      end[area + AGES] = births * 0.52;
    }
    [start, end] = [end, start];
  }
  return start;
}
