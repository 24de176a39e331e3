import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import type { Statement } from '#plan';
import type { Evaluated } from './evaluate-expression.ts';
import { evaluateExpression } from './evaluate-expression.ts';

export type Verdict = 'conflicts' | 'agrees' | 'not-computable' | 'text-only';

/** A known contradiction of the plan, worked out. */
export interface StatementResult {
  readonly statement: Statement;
  /** Each claim's number and arithmetic, in the statement's order; absent where a claim has no number. */
  readonly claims: readonly (Evaluated | undefined)[];
  readonly verdict: Verdict;
  /** Each other claim less the first, where both are known. */
  readonly differences: readonly number[];
}

/** Works out every statement of a pack. */
export const checkStatements = (book: FigureBook): readonly StatementResult[] =>
  book.baseline.pack.statements.map((statement) => checkStatement(book, statement));

/** Compares the first claim with each other by the statement's relation; one that does not hold is a conflict. */
export function checkStatement(book: FigureBook, statement: Statement): StatementResult {
  const claims = statement.claims.map((claim) =>
    claim.is === undefined ? undefined : evaluateExpression(book, claim.is),
  );
  const { check } = statement;
  if (check === undefined) return { statement, claims, verdict: 'text-only', differences: [] };
  const values = claims.flatMap((claim) => (claim === undefined ? [] : [claim.value]));
  const [first, ...others] = values;
  if (first === undefined || others.length === 0 || values.some(isMissing))
    return { statement, claims, verdict: 'not-computable', differences: [] };
  const differences = others.map((other) => Number(other) - Number(first));
  const holds = differences.every((difference) => relationHolds(-difference, check.relation, check.within + 1e-9));
  return { statement, claims, verdict: holds ? 'agrees' : 'conflicts', differences };
}

function relationHolds(
  difference: number,
  relation: NonNullable<Statement['check']>['relation'],
  within: number,
): boolean {
  switch (relation) {
    case 'equal':
      return Math.abs(difference) <= within;
    case 'at-most':
      return difference <= within;
    case 'at-least':
      return difference >= -within;
    case 'less':
      return difference < -within;
    case 'greater':
      return difference > within;
  }
}
