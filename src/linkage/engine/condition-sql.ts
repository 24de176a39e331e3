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
  if ('crossed' in condition) {
    const [one, other] = condition.crossed;
    return `(${operandSql('a', one)} = ${operandSql('b', other)} AND ${operandSql('a', other)} = ${operandSql('b', one)})`;
  }
  if ('units' in condition) return unitsSql(condition, dialect);
  if ('grade' in condition) return `g_${condition.grade}.grade >= ${condition.atLeast}`;
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
