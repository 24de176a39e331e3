/**
 * Contexts in which a name is enough: one person has at most one mother, and hardly two kin of one name. Each query gives rows
 * `(context, rid)`; records in one context are one person unless their numbers, birth dates or sexes contradict. Tables: `record`, `label(rid, label)`
 * with the cluster found so far.
 */
export const CONTEXTS: readonly { readonly id: string; readonly sql: string }[] = [
  {
    // Whoever stands in one row with somebody, by that somebody and the name.
    id: 'kin',
    sql: `SELECT hash('kin', l.label, y.name_fuzzy) AS context, y.rid
      FROM record x JOIN record y ON y.row_key = x.row_key AND y.rid <> x.rid JOIN label l ON l.rid = x.rid
      WHERE y.name_fuzzy IS NOT NULL AND NOT y.unnamed`,
  },
  {
    // A child by mother, birth and sex, named or not; not where two names show two children.
    id: 'child',
    sql: `SELECT context, unnest(rids) AS rid FROM (
        SELECT hash('child', l.label, y.birth, y.sex) AS context, list(y.rid) AS rids
        FROM record x JOIN record y ON y.row_key = x.row_key JOIN label l ON l.rid = x.rid
        WHERE x.role = 'mother' AND y.is_own AND y.birth IS NOT NULL AND y.sex IS NOT NULL
        GROUP BY ALL HAVING count(DISTINCT CASE WHEN NOT y.unnamed THEN y.name_fuzzy END) < 2)`,
  },
  {
    id: 'household',
    sql: `SELECT hash('household', x.household, y.name_fuzzy) AS context, y.rid FROM record x JOIN record y ON y.row_key = x.row_key
      WHERE x.household IS NOT NULL AND y.name_fuzzy IS NOT NULL AND NOT y.unnamed`,
  },
  {
    id: 'phone',
    sql: `SELECT hash('phone', phone_token, name_fuzzy) AS context, rid FROM record
      WHERE phone_token IS NOT NULL AND name_fuzzy IS NOT NULL`,
  },
  {
    id: 'address',
    sql: `SELECT hash('address', a.place, a.numbers, r.name_fuzzy, r.birth) AS context, r.rid
      FROM record r JOIN address a ON a.row_key = r.row_key WHERE r.name_fuzzy IS NOT NULL AND r.birth IS NOT NULL`,
  },
  {
    id: 'owner',
    sql: `SELECT hash('owner', a.place, a.numbers, r.name_fuzzy) AS context, r.rid
      FROM record r JOIN address a ON a.row_key = r.row_key WHERE r.role = 'owner' AND r.name_fuzzy IS NOT NULL`,
  },
];

/** Table `address(row_key, place, numbers)`: full addresses that a row gives. */
export const addressSql = `
  CREATE OR REPLACE TEMP TABLE address AS
  SELECT DISTINCT row_key, address_place AS place, address_numbers AS numbers FROM record WHERE address_numbers IS NOT NULL
  UNION SELECT row_key, hukou_place, hukou_numbers FROM record WHERE hukou_numbers IS NOT NULL`;

/** Records of the contexts that can still decide something: two clusters or more, one of them without a number. */
export const openContextsSql = (sql: string): string => `
  WITH c AS MATERIALIZED (${sql}),
  loose AS (SELECT DISTINCT context FROM c JOIN label USING (rid) WHERE number IS NULL),
  near AS MATERIALIZED (SELECT DISTINCT context, rid, label FROM c JOIN label USING (rid) WHERE context IN (FROM loose)),
  open AS (SELECT context FROM near GROUP BY context HAVING min(label) < max(label))
  SELECT context::DOUBLE AS context, rid FROM near WHERE context IN (FROM open) ORDER BY context, rid`;
