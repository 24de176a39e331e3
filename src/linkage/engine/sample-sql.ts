import type { LinkageModel } from '../model/model.ts';
import { allowedSql } from './condition-sql.ts';
import type { Dialect } from './dialect.ts';

/**
 * Pairs `from` ≤ p < `to` of a fixed sequence that covers all pairs of `records` records evenly: the additive recurrence in two
 * dimensions whose steps are powers of the plastic number (Roberts 2018, "R2"), in whole numbers, so that every engine draws the same
 * pairs. Pairs that the model forbids are left out.
 */
export function samplePairsSql(
  model: LinkageModel,
  records: number,
  from: number,
  to: number,
  dialect: Dialect,
): string {
  const at = (step: number): string =>
    dialect.divide(`((${dialect.whole('p')} + 1) * ${step} % 4294967296) * ${records}`, '4294967296');
  return `SELECT s.l AS l, s.r AS r FROM (SELECT ${at(3242174889)} AS l, ${at(2447445414)} AS r FROM ${dialect.series(from, to)} q) s
    JOIN prepared a ON a.no = s.l JOIN prepared b ON b.no = s.r
    WHERE s.l <> s.r AND ${allowedSql(model, dialect, 'a', 'b')}`;
}

/** Every pair that the model allows, for tables small enough. */
export const allPairsSql = (model: LinkageModel, dialect: Dialect): string =>
  `SELECT a.no AS l, b.no AS r FROM prepared a JOIN prepared b ON 1 = 1 WHERE a.no < b.no AND ${allowedSql(model, dialect, 'a', 'b')}`;
