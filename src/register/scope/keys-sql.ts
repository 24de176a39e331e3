/** What two mentions of one person hardly fail to share, by kind: somebody may live where somebody else is registered. */
const KEYS = [
  ['number', 'id_token'],
  ['surname', 'surname_fuzzy', 'birth'],
  ['given', 'given_fuzzy', 'birth'],
  ['shape', 'name_shape', 'birth'],
  ['phone', 'phone_token'],
  ['home', 'address_place', 'address_numbers'],
  ['home', 'hukou_place', 'hukou_numbers'],
  ['township', 'name_fuzzy', 'township'],
  ['township', 'name_fuzzy', 'hukou_township'],
  ['household', 'name_fuzzy', 'household'],
] as const;

const partSql = ([kind, ...columns]: (typeof KEYS)[number]): string => {
  const said = columns.map((column) => `m.${column}`);
  return `CASE WHEN ${said.map((column) => `${column} IS NOT NULL`).join(' AND ')} THEN hash('${kind}', ${said.join(', ')}) END`;
};

/** The key that two of a number always share. */
export const NUMBER_KEY = partSql(KEYS[0]);

/** A row `(…, key)` for each key that a row of a relation `m` with the columns of `mention` gives, with other columns of it. */
export const keysSql = (relation: string, column: string): string => `
  WITH keyed AS MATERIALIZED (SELECT ${column} AS of, ${KEYS.map((parts, index) => `${partSql(parts)} AS k${index}`).join(', ')} FROM ${relation})
  ${KEYS.map((_, index) => `SELECT of, k${index} AS key FROM keyed WHERE k${index} IS NOT NULL`).join('\n  UNION ALL ')}`;

/** Relation `key(key, person_id, is_loose)` of the persons of `link`, by key; loose are those without a number. */
export const keySql = `
  WITH people AS (SELECT hash(person_id) AS of, person_id, count(number) = 0 AS is_loose FROM link GROUP BY person_id),
  said AS (SELECT DISTINCT key, of FROM (${keysSql('record m JOIN link k USING (place)', 'hash(k.person_id)')}))
  SELECT key, person_id, is_loose FROM said JOIN people USING (of) ORDER BY key`;
