import type { BlockingRule, LinkageModel, Operand } from '../model/model.ts';
import { operandSql, sourcesSql } from './condition-sql.ts';
import type { Dialect } from './dialect.ts';

/**
 * Statements that make the table `block_<index>(no, k, free, …)` of a rule from the table `prepared`: the records that share a key of
 * it with another one, with the key that was cut fine enough. `free` is 1 for a record without a value of the exclusive column; only
 * pairs with such a record are of interest, unless the rule's key is that column.
 */
export function blockSql(model: LinkageModel, index: number, dialect: Dialect): readonly string[] {
  const rule = model.blocking[index]!;
  const keys = cutKeys(rule);
  const columns = keys.map((_, depth) => `k${depth}`);
  const free = model.exclusive === undefined || rule.keys.includes(model.exclusive) ? '1' : freeSql(model.exclusive);
  const sources = model.sources === undefined ? '' : `, t.${model.sources}`;
  const counts = columns.map(
    (key, depth) =>
      `JOIN (SELECT ${key}, count(*) AS n${depth}, sum(free) AS f${depth} FROM keyed GROUP BY ${key}) j${depth} ON j${depth}.${key} = t.${key}`,
  );
  const choice = columns.map((key, depth) => `WHEN n${depth} <= ${rule.limit} THEN t.${key}`).join(' ');
  const useful = columns
    .map((_, depth) => `WHEN n${depth} <= ${rule.limit} THEN n${depth} > 1 AND f${depth} > 0`)
    .join(' ');
  return [
    dialect.createTable(
      'keyed',
      `SELECT t.no AS no, ${free} AS free${sources}, ${keys.map((key, depth) => `${keySql(key)} AS k${depth}`).join(', ')}
       FROM ${eachSql(rule, dialect)} t WHERE ${rule.keys.map((key) => `${operandSql('t', key)} IS NOT NULL`).join(' AND ') || '1 = 1'}`,
    ),
    dialect.createTable(
      `block_${index}`,
      `SELECT t.no AS no, t.free AS free${sources}, CASE ${choice} END AS k FROM keyed t ${counts
        .map((count, depth) => (depth === 0 ? count : `LEFT ${count}`))
        .join(' ')}
       WHERE CASE ${useful} ELSE 1 = 0 END`,
    ),
  ];
}

/** Records, those of a rule on a list once for each of its values. */
const eachSql = ({ each }: BlockingRule, dialect: Dialect): string =>
  each === undefined ? 'prepared' : `(SELECT *, CAST(${dialect.each(each)} AS VARCHAR) AS each_value FROM prepared)`;

const freeSql = (exclusive: string): string => `CASE WHEN t.${exclusive} IS NULL THEN 1 ELSE 0 END`;

/** The rule's key, then the key with one more column of `refine` each. */
const cutKeys = ({ keys, each, refine = [] }: BlockingRule): readonly (readonly Operand[])[] => {
  const first = each === undefined ? keys : ['each_value', ...keys];
  return [first, ...refine.map((_, index) => [...first, ...refine.slice(0, index + 1)])];
};

/** Columns joined by a bar; null as soon as one is. */
const keySql = (key: readonly Operand[]): string =>
  key.length === 0 ? "'all'" : key.map((operand) => operandSql('t', operand)).join(" || '|' || ");

/** Records that a rule compares with none, because their block stays too large: one number. Valid until the next rule's `blockSql`. */
export const skippedSql = (index: number): string =>
  `SELECT count(*) AS skipped FROM keyed t JOIN (SELECT k0, count(*) AS n0 FROM keyed GROUP BY k0) j ON j.k0 = t.k0
   WHERE n0 > 1 AND free = 1 AND no NOT IN (SELECT no FROM block_${index})`;

/** Pairs (l, r) that some rule finds, each once, of the records with no ≡ chunk modulo chunks as l. */
export function pairsSql(model: LinkageModel, chunk: number, chunks: number, dialect: Dialect): string {
  const rules = model.blocking.map(
    (_, index) =>
      `SELECT a.no AS l, b.no AS r FROM block_${index} a JOIN block_${index} b ON a.k = b.k
       WHERE a.free = 1 AND (b.free = 0 OR a.no < b.no) AND ${sourcesSql(model, dialect, 'a', 'b')}${
         chunks === 1 ? '' : ` AND a.no % ${chunks} = ${chunk}`
       }`,
  );
  return `SELECT DISTINCT l, r FROM (${rules.join('\nUNION ALL\n')}) t`;
}

/** Pairs that a rule makes, one number: the sum over blocks. */
export const blockSizeSql = (index: number): string =>
  `SELECT sum(f * (n - f) + f * (f - 1) / 2) AS pairs FROM (SELECT count(*) AS n, sum(free) AS f FROM block_${index} GROUP BY k) t`;
