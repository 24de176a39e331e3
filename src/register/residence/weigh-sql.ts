import { ANSWER_ODDS } from './calibrate.ts';

/** Means of chances of people alike but for what is left out, for those whom nobody was like when the chances were estimated. */
const likeSql = (...columns: readonly string[]): string =>
  `(SELECT ${columns.join(', ')}, avg(millionths) AS millionths, avg(covered) AS covered FROM chance GROUP BY ALL)`;

/**
 * Gives everybody of table `presence` the probability `resident` and the residents `stands_for` that the person stands for, by table
 * `chance("group", stratum, place, bits, millionths, covered)`, and of people asked (table `checked`) by what they said besides.
 */
export const weighSql = `
  CREATE OR REPLACE TEMP TABLE presence AS
  WITH likely AS (
  SELECT p.*, coalesce(c.millionths, s.millionths, g.millionths, w.millionths) / 1e6 AS chance,
    coalesce(c.covered, s.covered, g.covered, w.covered) / 1e6 AS covered, CASE is_here WHEN 1 THEN ${ANSWER_ODDS} WHEN 0 THEN 1 / ${ANSWER_ODDS} ELSE 1 END AS odds
  FROM presence p LEFT JOIN checked USING (person_id) LEFT JOIN chance c ON c."group" = p."group" AND c.stratum = p.stratum AND c.place = p.county AND c.bits = p.bits
  LEFT JOIN ${likeSql('"group"', 'stratum', 'bits')} s ON s."group" = p."group" AND s.stratum = p.stratum AND s.bits = p.bits
  LEFT JOIN ${likeSql('"group"', 'bits')} g ON g."group" = p."group" AND g.bits = p.bits
  LEFT JOIN ${likeSql('"group"')} w ON w."group" = p."group")
  SELECT * EXCLUDE (chance, covered, odds), chance * odds / (chance * odds + 1 - chance) AS resident, resident / covered AS stands_for FROM likely`;
