import type { Pack } from '#plan';
import { openDatabase } from '#warehouse';
import type { HouseholdEvaluation } from './evaluate-households.ts';
import { evaluateHouseholds } from './evaluate-households.ts';
import type { RegisterVersion } from '../versions.ts';
import { currentVersion } from '../versions.ts';
import type { IdentifierChanges } from './identifiers.ts';
import { identifierChanges } from './identifiers.ts';
import { judge } from './judge.ts';
import type { CountedAge, CountedCounty } from './residents.ts';
import { residentsByAge, residentsByCounty } from './residents.ts';
import { clusterScoreSql, pairScoreSql } from './score-sql.ts';

export interface Score {
  /** What was scored: `all`, or a group such as `age 60-79`. */
  readonly part: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface Evaluation {
  readonly version: RegisterVersion;
  readonly records: number;
  readonly pairs: Score;
  /** Of rows that are about the person. */
  readonly ownPairs: Score;
  readonly clusters: Score;
  /** Clusters of rows that are about the person, relatives, owners and guardians named in them left out. */
  readonly ownClusters: Score;
  /** Clusters of records that bear enough to tell somebody by without a number (`tellableSql`), whoever they are about. */
  readonly tellableClusters: Score;
  /** Pairs by age, sex, district and floating status of the true person. */
  readonly groups: readonly Score[];
  /** What became of identifiers, by version. */
  readonly identifiers: readonly IdentifierChanges[];
  /** Counted usual residents by county and by age beside the truth of that day. */
  readonly residents: readonly CountedCounty[];
  readonly ages: readonly CountedAge[];
  /** Absent where the truth of the version's day was not written. */
  readonly households?: HouseholdEvaluation | undefined;
  /** Share of records decided without a clerk. */
  readonly automatic: number;
}

/**
 * Measures the version in force against the truth of a simulated city: `feeds` and `truth` are the two folders of `city make`. Records of batches
 * that are not the city's are left out. Throws where the folders hold no city.
 */
export async function evaluateRegister(home: string, pack: Pack, feeds: string, truth: string): Promise<Evaluation> {
  const version = currentVersion(home);
  if (version === undefined) throw new Error('no register: popplus refresh first');
  const database = await openDatabase({ memory: '6GB' });
  try {
    await judge(database, home, pack, version, feeds, truth);
    const score = async (sql: string): Promise<readonly Score[]> =>
      (await database.rows<{ part?: string; claimed: number; correct: number; real: number }>(sql)).map(scoreOf);
    const [pairs] = await score(pairScoreSql());
    const [ownPairs] = await score(pairScoreSql("'own rows'", 'judged WHERE is_own'));
    const [clusters] = await score(clusterScoreSql('judged'));
    const [ownClusters] = await score(clusterScoreSql('judged WHERE is_own'));
    const [tellableClusters] = await score(clusterScoreSql('judged WHERE is_tellable'));
    const groups: Score[] = [];
    for (const by of ['age', 'sex', 'district', 'floating'])
      groups.push(...(await score(pairScoreSql(`'${by} ' || ${by}`))));
    const [count] = await database.rows<{ n: number }>('SELECT count(*) AS n FROM judged');
    return {
      version,
      records: count!.n,
      pairs: pairs!,
      ownPairs: ownPairs!,
      clusters: { ...clusters!, part: 'all' },
      ownClusters: { ...ownClusters!, part: 'own rows' },
      tellableClusters: { ...tellableClusters!, part: 'tellable' },
      groups,
      identifiers: await identifierChanges(database, home, version),
      residents: await residentsByCounty(database, version, truth),
      ages: await residentsByAge(database, home, version, truth),
      households: await evaluateHouseholds(database, home, version, truth),
      automatic: 1 - version.doubtful.length / count!.n,
    };
  } finally {
    database.close();
  }
}

const scoreOf = ({
  part = 'all',
  claimed,
  correct,
  real,
}: {
  part?: string;
  claimed: number;
  correct: number;
  real: number;
}): Score => {
  const precision = claimed === 0 ? 1 : correct / claimed;
  const recall = real === 0 ? 1 : correct / real;
  return {
    part,
    precision,
    recall,
    f1: (2 * correct) / (claimed + real),
    wrong: claimed - correct,
    missed: real - correct,
  };
};
