import { personKeys } from './person-keys.ts';

/** What of a record clusters are compared by. */
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

/** Columns that follow from a folded name. */
const NAME_CODES = "COLUMNS('^(name_.+|surname.*|given.*)$')";

/** A value as a whole number that every engine holds exactly. */
const code = (...values: readonly string[]): string => `(hash(${values.join(', ')}) % 9007199254740992)::BIGINT`;

/** What somebody is to the person of record `x` whom the same row names as `y`. */
const RELATION = `CASE
  WHEN x.role IN ('self', 'child') AND y.role IN ('mother', 'father') THEN 'parent'
  WHEN x.role IN ('mother', 'father', 'guardian') AND y.role IN ('self', 'child') THEN 'child'
  WHEN x.role IN ('self', 'husband', 'wife') AND y.role IN ('spouse', 'husband', 'wife')
    OR x.role IN ('spouse', 'husband', 'wife') AND y.role = 'self'
    OR x.role = 'mother' AND y.role = 'father' OR x.role = 'father' AND y.role = 'mother' THEN 'spouse' END`;

const KIN = ['parent', 'child', 'spouse'] as const;

/** Keys by which somebody without a number is looked for. */
const KEYS = `[${personKeys('r', 'number', 'household').join(', ')}]`;

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

/** The people whom rows are about, once each. */
const PEOPLE_OF_RECORDS = `
  SELECT min(CASE WHEN NOT unnamed THEN name END) AS name, min(CASE WHEN NOT unnamed THEN name_fuzzy END) AS name_fuzzy, min(birth) AS birth FROM record JOIN label USING (rid) WHERE is_own GROUP BY label`;

/** Table `population(name, name_fuzzy, birth)`: everybody known, by whom it is reckoned how rare a name or a day is; of the records where no other relation says it. */
export const populationSql = (people = PEOPLE_OF_RECORDS): string =>
  `CREATE OR REPLACE TEMP TABLE population AS ${people}`;

/** Table `unit(rid, unit)` of the clusters wanted: one node each. */
export const wantedUnitsSql = `
  CREATE OR REPLACE TEMP TABLE unit AS SELECT rid, label AS unit FROM label WHERE label IN (FROM wanted)`;

/** Table `unit` of the same records, by the clusters that they have come to be in. */
export const relabelSql = `
  CREATE OR REPLACE TEMP TABLE unit AS SELECT rid, label AS unit FROM unit JOIN label USING (rid)`;

/** Table `unit` of single records of some people whose rows are many and whose number is known, about `records` of them: to learn from. */
export const trainingUnitsSql = (records: number): string => `
  CREATE OR REPLACE TEMP TABLE unit AS
  WITH settled AS (SELECT label, count(*) AS n FROM label WHERE number IS NOT NULL GROUP BY label HAVING count(*) > 2)
  SELECT rid, rid AS unit FROM label WHERE label IN (SELECT label FROM settled)
  AND hash(label) % 1000000 < 1000000.0 * ${records} / (SELECT sum(n) FROM settled)`;

/**
 * Table `node(no, unit, number, …)`: a row for each unit, numbered from 0. Lists of whole numbers say what its rows give, whoever of the row is meant:
 * `homes`, `places`, `townships`, `counties`, `phones`; and its kin as clusters (`parents`, `children`, `spouses`) and as names (`parent_names`, …).
 * Bits of `sources` are the feeds in which a person stands once.
 */
export const nodeSql = (onePerPerson: readonly string[]): readonly string[] => [
  `CREATE OR REPLACE TEMP TABLE row_said AS
   WITH rows AS (SELECT DISTINCT r.row_key FROM record r JOIN unit USING (rid))
   SELECT row_key, list(DISTINCT phone_token) AS phones, list(DISTINCT division) || list(DISTINCT hukou_division) AS counties,
     list(DISTINCT township) || list(DISTINCT hukou_township) AS townships, list(DISTINCT address_place) || list(DISTINCT hukou_place) AS places,
     list(DISTINCT CASE WHEN address_numbers IS NOT NULL THEN address_place || '/' || address_numbers END)
       || list(DISTINCT CASE WHEN hukou_numbers IS NOT NULL THEN hukou_place || '/' || hukou_numbers END) AS homes
   FROM record WHERE row_key IN (FROM rows) GROUP BY row_key`,
  `CREATE OR REPLACE TEMP TABLE unit_said AS
   SELECT unit, ${['phones', 'counties', 'townships', 'places', 'homes']
     .map((list) => `list_transform(list_distinct(flatten(list(${list}))), lambda v: ${code('v')}) AS ${list}`)
     .join(', ')}
   FROM (SELECT DISTINCT unit, row_key FROM unit JOIN record USING (rid)) JOIN row_said USING (row_key) GROUP BY unit`,
  `CREATE OR REPLACE TEMP TABLE unit_kin AS
   WITH kin AS (
     SELECT u.unit, ${RELATION} AS relation, y.sex, l.label, CASE WHEN NOT y.unnamed THEN y.name_fuzzy END AS name_fuzzy
     FROM unit u JOIN record x USING (rid) JOIN record y ON y.row_key = x.row_key AND y.rid <> x.rid JOIN label l ON l.rid = y.rid)
   SELECT unit, ${KIN.flatMap((relation) => [
     `list(DISTINCT label) FILTER (relation = '${relation}') AS ${relation}_labels`,
     `list(DISTINCT ${code('sex', 'name_fuzzy')}) FILTER (relation = '${relation}' AND name_fuzzy IS NOT NULL) AS ${relation}_names`,
   ]).join(', ')} FROM kin WHERE relation IS NOT NULL GROUP BY unit`,
  `CREATE OR REPLACE TEMP TABLE node AS
   WITH own AS MATERIALIZED (SELECT unit, r.* REPLACE (CASE WHEN r.unnamed THEN NULL ELSE r.name END AS name) FROM record r JOIN unit USING (rid)),
   said AS (
     SELECT unit, any_value(number) AS number, ${['name', 'sex', 'birth'].map((column) => `mode(${column} ORDER BY ${column}) AS ${column}`).join(', ')},
       CAST(bit_or(CASE dataset || '/' || role ${onePerPerson.map((id, bit) => `WHEN '${id}/self' THEN ${2 ** bit}`).join(' ')} ELSE 0 END) AS BIGINT) AS sources
     FROM own GROUP BY unit),
   code AS (SELECT name, min(${NAME_CODES}) AS '\\0' FROM own WHERE name IS NOT NULL GROUP BY name)
   SELECT (row_number() OVER (ORDER BY said.unit) - 1)::INTEGER AS no, said.*, code.* EXCLUDE (name), spouse_names[1] AS spouse, s.* EXCLUDE (unit),
     ${KIN.flatMap((relation) => [`${relation}_labels`, `${relation}_names`])
       .map((list) => `coalesce(${list}, []) AS ${list}`)
       .join(', ')}
   FROM said LEFT JOIN code ON code.name = said.name LEFT JOIN unit_said s ON s.unit = said.unit LEFT JOIN unit_kin k ON k.unit = said.unit`,
];
