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

/** A row for each key that a row of a relation `m` with the columns of `mention` gives, with other columns of it; the key is null where it does not say. */
export const keysSql = (relation: string, columns: readonly string[]): string =>
  `SELECT ${columns.join(', ')}, unnest([${KEYS.map(partSql).join(', ')}]) AS key FROM ${relation}`;

/** Table `key(key, person_id, is_loose)` of the persons of `link`, by key; loose are those without a number. */
export const keySql = `
  CREATE OR REPLACE TEMP TABLE key AS
  WITH loose AS (SELECT person_id, count(number) = 0 AS is_loose FROM link GROUP BY person_id)
  SELECT DISTINCT key, person_id, is_loose FROM (${keysSql('record m JOIN link k USING (rid)', ['k.person_id'])}) JOIN loose USING (person_id)
  WHERE key IS NOT NULL ORDER BY key`;
