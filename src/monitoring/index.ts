export * from './check-statements.ts';
export * from './evaluate-expression.ts';
export * from './target-status.ts';
