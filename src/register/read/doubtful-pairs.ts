import type { DoubtfulPair } from '../resolve/resolve.ts';
import type { Desk } from './desk.ts';
import { inAreas } from './conditions.ts';

/** A pair of records with the county that it is of: that of both people, or of the one whose county is known; `null` where they differ. */
export interface LocatedPair {
  readonly records: readonly [string, string];
  readonly area: string | null;
  /** Who the register takes each for. */
  readonly persons: readonly [string, string];
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
  await locateWaiting(desk);
  const rows = await desk.database.rows<Row>(`FROM waiting WHERE ${inAreas('$1', ['area'])} ORDER BY place`, [
    JSON.stringify(areas),
  ]);
  return rows.map((row) => ({ ...doubtful[row.place - 1]!, ...pairOf(row) }));
}

function locateWaiting(desk: Desk): Promise<void> {
  const known = located.get(desk);
  if (known !== undefined) return known;
  const pairs = JSON.stringify(desk.version.doubtful.map(({ records }) => records));
  const made = desk.database.run(`CREATE TEMP TABLE waiting AS ${locatedSql(desk)}`, [pairs]);
  located.set(desk, made);
  return made;
}

/** Two records of the register as a pair, if it is of some counties; those of two counties are for the whole city only. */
export async function locatePair(
  desk: Desk,
  records: readonly [string, string],
  areas: readonly string[],
): Promise<LocatedPair | undefined> {
  const { doubtful } = desk.version;
  const isWaiting = doubtful.some((pair) => pair.records[0] === records[0] && pair.records[1] === records[1]);
  if (isWaiting) await locateWaiting(desk);
  const [row] = isWaiting
    ? await desk.database.rows<Row>(`FROM waiting WHERE a = $2 AND b = $3 AND ${inAreas('$1', ['area'])}`, [
        JSON.stringify(areas),
        ...records,
      ])
    : await desk.database.rows<Row>(`FROM (${locatedSql(desk)}) WHERE ${inAreas('$2', ['area'])}`, [
        JSON.stringify([records]),
        JSON.stringify(areas),
      ]);
  return row && pairOf(row);
}

interface Row {
  readonly place: number;
  readonly a: string;
  readonly b: string;
  readonly area: string | null;
  readonly x: string;
  readonly y: string;
}

const pairOf = ({ a, b, area, x, y }: Row): LocatedPair => ({ records: [a, b], area, persons: [x, y] });

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
    x.person_id AS x, y.person_id AS y
  FROM pair JOIN side x ON x.record_id = a JOIN side y ON y.record_id = b`;
