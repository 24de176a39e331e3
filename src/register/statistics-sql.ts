import { sqlText } from '#warehouse';

/** Counts of a relation `person` by county, township, sex and single age on both bases; ages above 100 are 100. Township `null` where the address does not say. */
export const populationSql = (person: string): string => `
  SELECT 'resident' AS basis, county, township, sex, least(age, 100) AS age, sum(stands_for) AS people FROM ${person}
  WHERE stands_for IS NOT NULL AND sex IS NOT NULL GROUP BY ALL
  UNION ALL
  SELECT 'registered', hukou_division, hukou_township, sex, least(age, 100), count(*)::DOUBLE FROM ${person}
  WHERE stands_for IS NOT NULL AND registered AND hukou_division IS NOT NULL AND sex IS NOT NULL GROUP BY ALL ORDER BY ALL`;

/**
 * The account of each county and basis from the version before to this one: before + births − deaths + in − out = after, with the residual that the
 * events seen do not explain. \`before\` is the population of the version before.
 */
export const accountSql = (before: string, since: string, until: string): string => {
  const within = (day: string): string => `${day} > DATE ${sqlText(since)} AND ${day} <= DATE ${sqlText(until)}`;
  return `
  WITH stock AS (
    SELECT basis, county, sum(people) FILTER (side = 0) AS before, sum(people) FILTER (side = 1) AS after FROM (
      SELECT basis, county, people, 0 AS side FROM ${before} UNION ALL SELECT basis, county, people, 1 FROM population) GROUP BY ALL),
  place AS (
    SELECT person_id, 'resident' AS basis, county, stands_for AS weight FROM presence UNION ALL
    SELECT person_id, 'registered', hukou_county, 1 FROM presence WHERE registered UNION ALL
    SELECT person_id, unnest(['resident', 'registered']), hukou_division, 1 FROM person WHERE person_id NOT IN (SELECT person_id FROM presence)),
  happened AS (
    SELECT DISTINCT k.person_id, e.kind, e.day FROM event e JOIN link k USING (record_id)
    WHERE e.kind IN ('move-in', 'move-out', 'hukou-entry', 'hukou-cancelled') AND ${within('e.day')}
    UNION SELECT person_id, 'birth', born FROM person WHERE ${within('born')}
    UNION SELECT person_id, 'death', died FROM life WHERE ${within('died')}),
  flow AS (
    SELECT basis, county, sum(weight) FILTER (kind = 'birth') AS births, sum(weight) FILTER (kind = 'death') AS deaths,
      sum(weight) FILTER (kind = CASE basis WHEN 'resident' THEN 'move-in' ELSE 'hukou-entry' END AND NOT newborn) AS moved_in,
      sum(weight) FILTER (kind = CASE basis WHEN 'resident' THEN 'move-out' ELSE 'hukou-cancelled' END AND NOT dead) AS moved_out
    FROM happened JOIN place USING (person_id) JOIN (
      SELECT p.person_id, ${within('born')} AS newborn, coalesce(${within('died')}, false) AS dead FROM person p JOIN life USING (person_id)) USING (person_id)
    GROUP BY ALL)
  SELECT basis, county, DATE ${sqlText(since)} AS since, DATE ${sqlText(until)} AS until, before, coalesce(births, 0) AS births, coalesce(deaths, 0) AS deaths,
    coalesce(moved_in, 0) AS moved_in, coalesce(moved_out, 0) AS moved_out, after,
    after - before - coalesce(births, 0) + coalesce(deaths, 0) - coalesce(moved_in, 0) + coalesce(moved_out, 0) AS residual
  FROM stock LEFT JOIN flow USING (basis, county) WHERE county IS NOT NULL ORDER BY basis, county`;
};

/** Kin of persons of `link` as rows say: mother, father and spouse; a person may have several spouses over time, the latest is kept. `others` are links of the same rows. */
export const kinSql = (others = 'link'): string => `
  WITH said AS (
    SELECT x.person_id, CASE WHEN y.role IN ('husband', 'wife', 'spouse') THEN 'spouse' ELSE y.role END AS kind, y.person_id AS other, max(y.known_since) AS known
    FROM link x JOIN ${others} y ON y.row_key = x.row_key AND y.person_id <> x.person_id
    WHERE x.is_own AND y.role IN ('mother', 'father', 'spouse', 'husband', 'wife') GROUP BY ALL)
  SELECT person_id, kind, arg_max(other, (known, other)) AS other, max(known) AS known_since FROM said GROUP BY person_id, kind`;
