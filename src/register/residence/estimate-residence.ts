import { random } from '#base';
import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import { duckdbEngine } from '#warehouse';
import type { PresencePattern } from './latent-residence.ts';
import { latentResidence } from './latent-residence.ts';
import { SIGN_GROUPS, presenceSql } from './sign-sql.ts';

/** Residents of a county: the sum of probabilities, and how far it may be off. */
export interface ResidentCount {
  readonly area: string;
  readonly counted: number;
  /** 95 % interval from resampling the people; what the model gets wrong is not in it. */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 20;

/**
 * Usual residents on a day: table `presence` with the probability `resident` of each person alive, and the counts of counties. Tables `person`, `life`,
 * `link`, `record` and `sign` are there.
 */
export async function estimateResidence(
  database: Database,
  pack: Pack,
  day: string,
): Promise<readonly ResidentCount[]> {
  await database.run(presenceSql(pack, day));
  const found = await database.rows<PresencePattern & { readonly county: string }>(
    `SELECT stratum, place, county, bits, count(*) AS people FROM presence GROUP BY ALL ORDER BY ALL`,
  );
  const model = latentResidence(found, SIGN_GROUPS);
  const chances = found.map(({ stratum, place, bits }) => model.probability(stratum, place, bits));
  const column = (name: 'stratum' | 'place' | 'county') => ({
    name,
    type: 'text' as const,
    values: found.map((row) => row[name]),
  });
  await duckdbEngine(database.connection).load('chance', [
    column('stratum'),
    column('place'),
    column('county'),
    { name: 'bits', type: 'integer', values: found.map(({ bits }) => bits) },
    { name: 'millionths', type: 'integer', values: chances.map((chance) => Math.round(chance * 1e6)) },
  ]);
  await database.run(`CREATE OR REPLACE TEMP TABLE presence AS SELECT p.*, c.millionths / 1e6 AS resident
    FROM presence p JOIN chance c USING (stratum, place, county, bits)`);
  const counties = [...new Set(found.map(({ county }) => county))].toSorted();
  const totals = (weights: readonly number[], of: typeof model): number[] =>
    counties.map((county) =>
      found.reduce(
        (sum, row, index) =>
          row.county === county ? sum + weights[index]! * of.probability(row.stratum, row.place, row.bits) : sum,
        0,
      ),
    );
  const counted = totals(
    found.map(({ people }) => people),
    model,
  );
  const spread = counties.map(() => 0);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const draw = random(7, resample);
    const weights = found.map(({ people }) => Math.max(0, people + Math.sqrt(people) * draw.normal()));
    const again = latentResidence(
      found.map((row, index) => ({ ...row, people: weights[index]! })),
      SIGN_GROUPS,
      model,
    );
    totals(weights, again).forEach((total, index) => (spread[index]! += (total - counted[index]!) ** 2 / RESAMPLES));
  }
  return counties.map((area, index) => {
    const margin = 1.96 * Math.sqrt(spread[index]!);
    return { area, counted: counted[index]!, low: counted[index]! - margin, high: counted[index]! + margin };
  });
}
