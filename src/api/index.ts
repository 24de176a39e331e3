export * from './app.ts';
export type { ProblemBody } from './problem-response.ts';
