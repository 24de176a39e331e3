/**
 * Spells of residence and registration with two times: `since`-`until` as the row says it was, `known_from`-`known_to` as the register knew it. A record
 * sent again with another place ends what was known and begins anew; nothing is overwritten. "As known on a day" is a filter on the second pair.
 */
export const spellSql = `
  WITH said AS (
    SELECT record_id, dataset, known_since, place, 'residence' AS kind, division AS county, township FROM mention WHERE is_own AND division IS NOT NULL
    UNION ALL
    SELECT record_id, dataset, known_since, place, 'hukou', hukou_division, hukou_township FROM mention
    WHERE is_own AND hukou_division IS NOT NULL AND dataset = 'household-registration'),
  changes AS (
    SELECT *, (county, township) IS DISTINCT FROM lag((county, township)) OVER record AS is_new FROM said
    WINDOW record AS (PARTITION BY record_id, kind ORDER BY known_since, place)),
  known AS (
    SELECT *, lead(known_since) OVER (PARTITION BY record_id, kind ORDER BY known_since, place) AS known_to FROM changes WHERE is_new),
  happened AS (
    SELECT record_id, CASE WHEN kind IN ('hukou-entry', 'hukou-cancelled') THEN 'hukou' ELSE 'residence' END AS kind,
      max(day) FILTER (kind IN ('move-in', 'hukou-entry')) AS since, max(day) FILTER (kind IN ('move-out', 'hukou-cancelled')) AS until
    FROM event WHERE kind IN ('move-in', 'move-out', 'hukou-entry', 'hukou-cancelled') GROUP BY ALL)
  SELECT person_id, k.kind, k.county, k.township, since, until, k.known_since AS known_from, known_to, k.dataset
  FROM known k JOIN link USING (record_id) LEFT JOIN happened h ON h.record_id = k.record_id AND h.kind = k.kind`;
