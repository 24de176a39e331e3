import type { Condition, LinkageModel, Operand } from '../model/model.ts';
import type { Dialect } from './dialect.ts';

/** An operand of the record named by an alias. */
export const operandSql = (alias: string, operand: Operand): string =>
  typeof operand === 'string'
    ? `${alias}.${operand}`
    : `substr(${alias}.${operand.part}, ${operand.from}, ${operand.length})`;

/** A condition between records `a` and `b`; grades are columns `grade_<column>` of the joined grade tables. */
export function conditionSql(condition: Condition, dialect: Dialect): string {
  if ('equal' in condition) return `${operandSql('a', condition.equal)} = ${operandSql('b', condition.equal)}`;
  if ('shared' in condition) return dialect.shared(`a.${condition.shared}`, `b.${condition.shared}`);
  if ('crossed' in condition) {
    const [one, other] = condition.crossed;
    return `(${operandSql('a', one)} = ${operandSql('b', other)} AND ${operandSql('a', other)} = ${operandSql('b', one)})`;
  }
  if ('units' in condition) return unitsSql(condition, dialect);
  if ('rotated' in condition) return rotatedSql(condition);
  if ('begins' in condition) return beginsSql(condition, dialect);
  if ('grade' in condition) return `coalesce(g_${condition.grade}.grade, 0) >= ${condition.atLeast}`;
  if ('not' in condition) return `NOT (${conditionSql(condition.not, dialect)})`;
  const [parts, word] = 'all' in condition ? [condition.all, 'AND'] : [condition.any, 'OR'];
  return `(${parts.map((part) => conditionSql(part, dialect)).join(` ${word} `)})`;
}

function unitsSql({ units, width, of, same }: Extract<Condition, { units: string }>, dialect: Dialect): string {
  const agree = Array.from({ length: of }, (_, index) => {
    const [a, b] = ['a', 'b'].map((alias) => `substr(${alias}.${units}, ${index * width + 1}, ${width})`);
    return `CASE WHEN ${a} = ${b} AND ${a} <> '' THEN 1 ELSE 0 END`;
  });
  const rest = ['a', 'b'].map((alias) => `substr(${alias}.${units}, ${of * width + 1})`);
  const [lengthA, lengthB] = ['a', 'b'].map((alias) => dialect.length(`${alias}.${units}`));
  return `(${lengthA} = ${lengthB} AND ${rest.join(' = ')} AND ${agree.join(' + ')} >= ${same})`;
}

function rotatedSql({ rotated, width }: Extract<Condition, { rotated: string }>): string {
  const [a, b] = ['a', 'b'].map((alias) => `${alias}.${rotated}`);
  const turned = (code: string): string => `substr(${code}, ${width + 1}) || substr(${code}, 1, ${width})`;
  return `(${a} = ${turned(b!)} OR ${b} = ${turned(a!)})`;
}

function beginsSql({ begins, least }: Extract<Condition, { begins: string }>, dialect: Dialect): string {
  const [a, b] = ['a', 'b'].map((alias) => `${alias}.${begins}`);
  const starts = (long: string, short: string): string =>
    `(${dialect.length(short)} >= ${least} AND ${dialect.length(long)} > ${dialect.length(short)} AND substr(${long}, 1, ${dialect.length(short)}) = ${short})`;
  return `(${starts(a!, b!)} OR ${starts(b!, a!)})`;
}

/** What every pair must satisfy before it is looked at: no two values of the exclusive column, no duplicate-free source twice. */
export function allowedSql(model: LinkageModel, dialect: Dialect, a: string, b: string): string {
  const sources = sourcesSql(model, dialect, a, b);
  if (model.exclusive === undefined) return sources;
  const [left, right] = [a, b].map((alias) => `${alias}.${model.exclusive}`);
  return `(${left} IS NULL OR ${right} IS NULL OR ${left} = ${right}) AND ${sources}`;
}

/** No duplicate-free source is on both sides. */
export const sourcesSql = ({ sources }: LinkageModel, dialect: Dialect, a: string, b: string): string =>
  sources === undefined ? '1 = 1' : `${dialect.bitAnd(`${a}.${sources}`, `${b}.${sources}`)} = 0`;
