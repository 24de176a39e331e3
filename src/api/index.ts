export * from './app.ts';
export type { ProblemBody } from './problem-response.ts';
export { openServices } from './services.ts';
export type { Services } from './services.ts';
