/** What clusters are compared by: of each the value that most of its records say. */
export const COMPARED = [
  'name',
  'name_tone',
  'name_sound',
  'name_fuzzy',
  'name_shape',
  'surname',
  'given',
  'surname_fuzzy',
  'given_fuzzy',
  'sex',
  'birth',
  'phone_token',
  'division',
  'township',
  'address_place',
  'address_numbers',
  'hukou_division',
  'hukou_township',
  'hukou_place',
  'hukou_numbers',
] as const;

/** What two mentions of a person hardly fail to share, of record `r`; null where it does not say. */
const KEYS = `[${[
  ['birth', "'a', r.surname_fuzzy, r.birth"],
  ['birth', "'b', r.given_fuzzy, r.birth"],
  ['birth', "'c', r.name_shape, r.birth"],
  ['phone_token', "'d', r.phone_token"],
  ['address_numbers', "'e', r.address_place, r.address_numbers"],
  ['hukou_numbers', "'e', r.hukou_place, r.hukou_numbers"],
  ['township', "'f', r.name_fuzzy, r.township"],
  ['hukou_township', "'f', r.name_fuzzy, r.hukou_township"],
]
  .map(([needed, parts]) => `CASE WHEN r.${needed} IS NOT NULL THEN hash(${parts}) END`)
  .join(', ')}]`;

/**
 * Table `wanted(label)`: clusters without a trusted number, and all that share with one of them what two mentions of a person hardly
 * fail to share. The rest, nearly everybody, is settled and need not be compared.
 */
export const wantedSql: readonly string[] = [
  `CREATE OR REPLACE TEMP TABLE key AS
   WITH loose AS (SELECT DISTINCT key FROM (SELECT unnest(${KEYS}) AS key FROM record r JOIN label l USING (rid) WHERE l.number IS NULL))
   SELECT DISTINCT label, is_loose, key FROM (
     SELECT l.label, l.number IS NULL AS is_loose, unnest(${KEYS}) AS key FROM record r JOIN label l USING (rid))
   WHERE key IN (FROM loose)`,
  `CREATE OR REPLACE TEMP TABLE wanted AS
   WITH loose AS (SELECT rid, label FROM label WHERE number IS NULL),
   near AS (SELECT DISTINCT y.row_key FROM record x JOIN loose ON loose.rid = x.rid JOIN record y ON y.row_key = x.row_key),
   kin AS (SELECT DISTINCT l.label FROM record r JOIN near USING (row_key) JOIN label l ON l.rid = r.rid),
   rows_of_kin AS (SELECT DISTINCT r.row_key FROM kin JOIN label l USING (label) JOIN record r USING (rid))
   SELECT label FROM loose UNION
   SELECT label FROM key WHERE key IN (SELECT key FROM key GROUP BY key HAVING bool_or(is_loose) AND count(*) BETWEEN 2 AND 200) UNION
   SELECT l.label FROM rows_of_kin JOIN record r USING (row_key) JOIN label l ON l.rid = r.rid`,
];

/** Table `unit(rid, unit)` of the clusters wanted: one node each. */
export const wantedUnitsSql = `
  CREATE OR REPLACE TEMP TABLE unit AS SELECT rid, label AS unit FROM label WHERE label IN (FROM wanted)`;

/** Table `unit` of single records of some people whose rows are many, about `records` of them: to learn from. */
export const trainingUnitsSql = (records: number): string => `
  CREATE OR REPLACE TEMP TABLE unit AS
  WITH settled AS (SELECT label, count(*) AS n FROM label GROUP BY label HAVING count(*) > 2)
  SELECT rid, rid AS unit FROM label WHERE label IN (SELECT label FROM settled)
  AND hash(label) % 1000000 < 1000000.0 * ${records} / (SELECT sum(n) FROM settled)`;

/**
 * Table `node(no, unit, number, …)`: a row for each unit, numbered from 0, with kin as clusters (`mother`, `father`, `spouse`, `child`) and, as
 * bits of `sources`, the feeds in which a person stands once.
 */
export const nodeSql = (onePerPerson: readonly string[]): string => `
  CREATE OR REPLACE TEMP TABLE node AS
  WITH own AS MATERIALIZED (
    SELECT u.unit, r.* REPLACE (CASE WHEN r.unnamed THEN NULL ELSE r.name END AS name) FROM record r JOIN unit u USING (rid)),
  said AS (
    SELECT unit, any_value(number) AS number, ${COMPARED.map((column) => `mode(${column}) AS ${column}`).join(', ')},
      CAST(bit_or(CASE dataset || '/' || role ${onePerPerson.map((id, bit) => `WHEN '${id}/self' THEN ${2 ** bit}`).join(' ')} ELSE 0 END) AS BIGINT) AS sources
    FROM own GROUP BY unit),
  kin AS (
    SELECT x.unit, x.role AS role, y.role AS other_role, min(l.label) AS other
    FROM own x JOIN record y ON y.row_key = x.row_key AND y.rid <> x.rid JOIN label l ON l.rid = y.rid
    WHERE y.role IN ('mother', 'father', 'spouse', 'husband', 'wife') OR x.role IN ('mother', 'father', 'spouse') GROUP BY ALL),
  sides AS (
    SELECT unit, min(other) FILTER (other_role = 'mother' AND role IN ('self', 'child')) AS mother,
      min(other) FILTER (other_role = 'father' AND role IN ('self', 'child')) AS father,
      min(other) FILTER (other_role IN ('spouse', 'husband', 'wife') OR role = 'spouse' OR (role = 'father' AND other_role = 'mother')
        OR (role = 'mother' AND other_role = 'father')) AS spouse,
      min(other) FILTER (role IN ('mother', 'father') AND other_role IN ('self', 'child')) AS child
    FROM kin GROUP BY unit)
  SELECT (row_number() OVER (ORDER BY said.unit) - 1)::INTEGER AS no, said.*, mother::VARCHAR AS mother, father::VARCHAR AS father,
    spouse::VARCHAR AS spouse, child::VARCHAR AS child
  FROM said LEFT JOIN sides USING (unit)`;
