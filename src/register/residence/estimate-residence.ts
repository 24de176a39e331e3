import type { Random } from '#base';
import { random } from '#base';
import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import { duckdbEngine } from '#warehouse';
import { AWAY_LENT, latentResidence } from './latent-residence.ts';
import type { Asked } from './calibrate.ts';
import { ANSWER_ODDS, calibrate } from './calibrate.ts';
import type { PresencePattern } from './pattern-tree.ts';
import { weighSql } from './weigh-sql.ts';
import { levelIn, levelNumber } from './witness.ts';
import { UNREGISTERED, WITNESSES, presenceSql } from './sign-sql.ts';

/** Residents of a county: the sum of probabilities, and how far it may be off. */
export interface ResidentCount {
  readonly area: string;
  readonly counted: number;
  /** 95 % interval: chances fitted again to people drawn again, with other assumptions, and who of those in doubt is here. */
  readonly low: number;
  readonly high: number;
}

const REFITS = 20;
/**
 * Spread of what is assumed (proposals), as standard deviations of logarithms: chances of showing people away; how much places borrow; how many residents nobody
 * shows, beside what independence of witnesses makes of it, by group.
 */
const SPREAD = { away: 0.7, lent: 0.5, unseen: 0.03 };

/**
 * Usual residents on a day, corrected by people asked (table `checked`): table `presence` with the probability `resident` of each person alive and the residents `stands_for` that the person stands for, those on no book included, by what table `chance` says of people like this; and the counts of counties. Tables `person`, `life`,
 * `link`, `sign` and `checked` are there.
 */
export async function estimateResidence(
  database: Database,
  pack: Pack,
  day: string,
): Promise<readonly ResidentCount[]> {
  await database.run(presenceSql(pack, day));
  const patterns = await database.rows<PresencePattern & Readonly<Record<'here' | 'away', number>>>(
    `SELECT "group", stratum, county AS place, bits AS code, count(*) AS people, count(*) FILTER (is_here = 1) AS here, count(*) FILTER (is_here = 0) AS away
     FROM presence LEFT JOIN checked USING (person_id) GROUP BY ALL ORDER BY ALL`,
  );
  const asked = {
    here: Float64Array.from(patterns, ({ here }) => here),
    away: Float64Array.from(patterns, ({ away }) => away),
  };
  const groups = [...new Set(patterns.map(({ group }) => group))];
  const open = new Set(groups.filter((group) => group.startsWith(UNREGISTERED)));
  const { probabilities: unchecked, coverage, chances } = latentResidence(patterns, WITNESSES, { open });
  const probabilities = calibrate(patterns, unchecked, asked, WITNESSES.length);
  const column = (name: 'group' | 'stratum' | 'place') => ({
    name,
    type: 'text' as const,
    values: patterns.map((pattern) => pattern[name]),
  });
  await duckdbEngine(database.connection).load('chance', [
    column('group'),
    column('stratum'),
    column('place'),
    { name: 'bits', type: 'integer', values: patterns.map(({ code }) => code) },
    { name: 'millionths', type: 'integer', values: Array.from(probabilities, (chance) => Math.round(chance * 1e6)) },
    { name: 'covered', type: 'integer', values: Array.from(coverage, (chance) => Math.round(chance * 1e6)) },
  ]);
  await database.run(weighSql);
  const counties = [...new Set(patterns.map(({ place }) => place))].toSorted();
  const counted = totals(patterns, counties, standingFor(patterns, asked, probabilities, coverage));
  const squares = counties.map(() => 0);
  for (let refit = 0; refit < REFITS; refit++) {
    const draw = random(7, refit);
    const again = latentResidence(
      patterns,
      WITNESSES.map((witness) => ({
        ...witness,
        away: Math.min(0.5, witness.away * Math.exp(SPREAD.away * draw.normal())),
      })),
      {
        open,
        start: chances,
        weights: Float64Array.from(patterns, ({ people }) => gamma(draw, people)),
        awayLent: AWAY_LENT * Math.exp(SPREAD.lent * draw.normal()),
      },
    );
    const drawnAsked = {
      here: asked.here.map((people) => gamma(draw, people)),
      away: asked.away.map((people) => gamma(draw, people)),
    };
    const refitted = calibrate(patterns, again.probabilities, drawnAsked, WITNESSES.length);
    const residents = standingFor(patterns, asked, refitted, again.coverage);
    const unseen = new Map(groups.map((group) => [group, SPREAD.unseen * draw.normal()]));
    const drawn = residents.map((resident, index) =>
      isShown(patterns[index]!) ? resident : resident * Math.exp(unseen.get(patterns[index]!.group)!),
    );
    const variances = totals(
      patterns,
      counties,
      residents.map((resident, index) => resident * (1 / again.coverage[index]! - refitted[index]!)),
    );
    totals(patterns, counties, drawn).forEach((total, index) => {
      squares[index]! += (total + Math.sqrt(variances[index]!) * draw.normal() - counted[index]!) ** 2;
    });
  }
  return counties.map((area, index) => {
    const margin = 1.96 * Math.sqrt(squares[index]! / REFITS);
    return { area, counted: counted[index]!, low: counted[index]! - margin, high: counted[index]! + margin };
  });
}

/** Residents that the people of each pattern stand for: those likely here, who was asked by the answer besides, and as many on no book for each of those who are on one. */
const standingFor = (
  patterns: readonly PresencePattern[],
  { here, away }: Asked,
  probabilities: Float64Array,
  coverage: Float64Array,
): Float64Array =>
  probabilities.map((chance, pattern) => {
    const [yes, no] = [here[pattern]!, away[pattern]!];
    const likely =
      (patterns[pattern]!.people - yes - no) * chance +
      yes * afterAnswer(chance, ANSWER_ODDS) +
      no * afterAnswer(chance, 1 / ANSWER_ODDS);
    return likely / coverage[pattern]!;
  });

const afterAnswer = (chance: number, odds: number): number => (chance * odds) / (chance * odds + 1 - chance);

/** Whether a witness shows such people here. */
const isShown = ({ code }: PresencePattern): boolean =>
  WITNESSES.some((_, witness) => levelIn(code, witness) === levelNumber('shown'));

/** By county: the sum of a number of each pattern. */
function totals(patterns: readonly PresencePattern[], counties: readonly string[], values: Float64Array): number[] {
  const sums = new Map(counties.map((county) => [county, 0]));
  patterns.forEach(({ place }, index) => sums.set(place, sums.get(place)! + values[index]!));
  return [...sums.values()];
}

/** Weight of a pattern of so many people in a Bayesian bootstrap (Rubin 1981): a gamma number of that mean and variance. */
function gamma(draw: Random, people: number): number {
  if (people > 50) return Math.max(0, people + Math.sqrt(people) * draw.normal());
  let sum = 0;
  for (let one = 0; one < people; one++) sum -= Math.log(1 - draw.uniform());
  return sum;
}
