import type { Comparison, LinkageModel } from '../model/model.ts';
import { frequencyColumns } from '../model/model.ts';
import { patternLayout } from '../model/pattern.ts';
import { conditionSql } from './condition-sql.ts';
import type { Dialect } from './dialect.ts';

/** How often each value of a column occurs, with its octave: table `frequency_<column>(value, count, octave)`. */
export function frequencySql(model: LinkageModel, column: string, records: string, dialect: Dialect): string {
  const { octaves } = patternLayout(model);
  const bounds = Array.from({ length: octaves - 1 }, (_, index) => `WHEN count < ${2 ** (index + 2)} THEN ${index}`);
  return dialect
    .createTable(
      `frequency_${column}`,
      `SELECT value, count, CASE ${[...bounds, `ELSE ${octaves - 1}`].join(' ')} END AS octave
     FROM (SELECT ${column} AS value, ${dialect.whole('count(*)')} AS count FROM ${records} WHERE ${column} IS NOT NULL GROUP BY ${column}) t`,
    )
    .replace('CASE ELSE 0 END', '0');
}

/** Sums over values of a column by octave: columns octave, records, squares. */
export const frequencySumsSql = (column: string): string =>
  `SELECT octave, sum(count) AS records, sum(count * count) AS squares FROM frequency_${column} GROUP BY octave ORDER BY octave`;

/** Records with the octave of each weighed column beside it, `<column>_octave`; of a value not counted, the rarest: table `prepared`. */
export function preparedSql(model: LinkageModel, records: string, dialect: Dialect): string {
  const columns = frequencyColumns(model);
  return dialect.createTable(
    'prepared',
    `SELECT t.*${columns.map((column) => `, coalesce(f_${column}.octave, 0) AS ${column}_octave`).join('')} FROM ${records} t
     ${columns.map((column) => `LEFT JOIN frequency_${column} f_${column} ON f_${column}.value = t.${column}`).join('\n')}`,
  );
}

/** Distinct pairs of different values of a graded column among table `pairs(l, r)`: their numbers a < b. */
export const valuePairsSql = (column: string): string => `SELECT DISTINCT
  least(x.${column}_no, y.${column}_no) AS a, greatest(x.${column}_no, y.${column}_no) AS b
  FROM pairs p JOIN prepared x ON x.no = p.l JOIN prepared y ON y.no = p.r WHERE x.${column}_no <> y.${column}_no`;

/** Pattern of every pair of table `pairs(l, r)`: a query with columns l, r, pattern. */
export function agreementSql(model: LinkageModel, pairs: string, dialect: Dialect): string {
  const layout = patternLayout(model);
  const levels = model.comparisons.map((comparison, index) => `${levelSql(comparison, dialect)} AS c${index}`);
  const octaves = layout.digits.flatMap(({ frequency }, index) =>
    [...new Set(frequency)].flatMap((column) =>
      column === undefined ? [] : [`a.${column}_octave AS o${index}_${column}`],
    ),
  );
  const terms = layout.digits.map(({ stride, first, frequency }, index) => {
    const cells = first.map((cell, level) => {
      const octave = frequency[level] === undefined ? '' : ` + o${index}_${frequency[level]}`;
      return `WHEN ${level} THEN ${cell}${octave}`;
    });
    return `${dialect.whole(`CASE c${index} ${cells.join(' ')} END`)} * ${stride}`;
  });
  const grades = model.grades.map(({ column }) => {
    const [a, b] = [`a.${column}_no`, `b.${column}_no`];
    const [low, high] = [`least(${a}, ${b})`, `greatest(${a}, ${b})`];
    return `LEFT JOIN grade_${column} g_${column} ON g_${column}.a = ${low} AND g_${column}.b = ${high}`;
  });
  return `SELECT l, r, ${terms.join(' + ')} AS pattern FROM (
    SELECT p.l AS l, p.r AS r, ${[...levels, ...octaves].join(',\n      ')}
    FROM ${pairs} p JOIN prepared a ON a.no = p.l JOIN prepared b ON b.no = p.r
    ${grades.join('\n    ')}) t`;
}

function levelSql({ needs, levels }: Comparison, dialect: Dialect): string {
  const missing = needs.flatMap((column) => [`a.${column} IS NULL`, `b.${column} IS NULL`]).join(' OR ');
  const whens = levels.map(({ when }, index) => `WHEN ${conditionSql(when, dialect)} THEN ${index + 1}`);
  return `CASE WHEN ${missing} THEN 0 ${whens.join(' ')} ELSE ${levels.length + 1} END`;
}
