import type { DoubtfulPair } from '../resolve/resolve.ts';
import type { Desk } from './desk.ts';

/** A pair of records with the county that it is of: that of both people, or of the one whose county is known; `null` where they differ. */
export interface LocatedPair {
  readonly records: readonly [string, string];
  readonly area: string | null;
  /** Whether the register takes both for one person. */
  readonly joined: boolean;
}

/** Pairs that wait, located once for each version opened. */
const located = new WeakMap<Desk, Promise<void>>();

/** The pairs of a version that wait for a clerk and are of some counties; all where none is named. */
export async function doubtfulPairs(
  desk: Desk,
  areas: readonly string[],
): Promise<readonly (LocatedPair & DoubtfulPair)[]> {
  const { doubtful } = desk.version;
  if (doubtful.length === 0) return [];
  if (!located.has(desk)) {
    const pairs = JSON.stringify(doubtful.map(({ records }) => records));
    located.set(desk, desk.database.run(`CREATE TEMP TABLE waiting AS ${locatedSql(desk)}`, [pairs]));
  }
  await located.get(desk);
  const rows = await desk.database.rows<Row>(
    `FROM waiting WHERE $1 = '[]' OR list_contains(from_json($1, '["VARCHAR"]'), area) ORDER BY place`,
    [JSON.stringify(areas)],
  );
  return rows.map((row) => ({ ...doubtful[row.place - 1]!, ...pairOf(row) }));
}

/** Two records of the register as a pair, if it is of some counties; those of two counties are for the whole city only. */
export async function locatePair(
  desk: Desk,
  records: readonly [string, string],
  areas: readonly string[],
): Promise<LocatedPair | undefined> {
  const [row] = await desk.database.rows<Row>(
    `FROM (${locatedSql(desk)}) WHERE $2 = '[]' OR list_contains(from_json($2, '["VARCHAR"]'), area)`,
    [JSON.stringify([records]), JSON.stringify(areas)],
  );
  return row && pairOf(row);
}

interface Row {
  readonly place: number;
  readonly a: string;
  readonly b: string;
  readonly area: string | null;
  readonly joined: boolean;
}

const pairOf = ({ a, b, area, joined }: Row): LocatedPair => ({ records: [a, b], area, joined });

/** Pairs of records, parameter 1 as JSON, with the county that they are of. */
const locatedSql = (desk: Desk): string => `
  WITH pair AS (
    SELECT place, records[1] AS a, records[2] AS b
    FROM (SELECT unnest(from_json($1, '[["VARCHAR"]]')) AS records, generate_subscripts(from_json($1, '[["VARCHAR"]]'), 1) AS place)),
  side AS (
    SELECT record_id, person_id, coalesce(county, hukou_division) AS county
    FROM (SELECT record_id, person_id FROM ${desk.table('link')} WHERE record_id IN (SELECT a FROM pair UNION SELECT b FROM pair))
    LEFT JOIN ${desk.table('person')} USING (person_id))
  SELECT place, a, b, CASE WHEN coalesce(x.county, y.county) = coalesce(y.county, x.county) THEN coalesce(x.county, y.county) END AS area,
    x.person_id = y.person_id AS joined
  FROM pair JOIN side x ON x.record_id = a JOIN side y ON y.record_id = b`;
