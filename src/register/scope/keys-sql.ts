import { personKeys } from '../resolve/person-keys.ts';

/** A row `(of, key)` for each key that a row of a relation `m` with the columns of `mention` gives, with another column of it. */
export const keysSql = (relation: string, column: string): string => {
  const keys = personKeys('m');
  return `
  WITH keyed AS MATERIALIZED (SELECT ${column} AS of, ${keys.map((key, index) => `${key} AS k${index}`).join(', ')} FROM ${relation})
  ${keys.map((_, index) => `SELECT of, k${index} AS key FROM keyed WHERE k${index} IS NOT NULL`).join('\n  UNION ALL ')}`;
};

/** Relation `key(key, person_id, is_loose)` of the persons of `link`; loose are those without a number. */
export const keySql = `
  WITH people AS (SELECT hash(person_id) AS of, person_id, count(number) = 0 AS is_loose FROM link GROUP BY person_id),
  said AS (SELECT DISTINCT key, of FROM (${keysSql('record m JOIN link k USING (place)', 'hash(k.person_id)')}))
  SELECT key, person_id, is_loose FROM said JOIN people USING (of)`;
