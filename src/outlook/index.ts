export * from './fan.ts';
export * from './measures.ts';
export * from './simulation-job.ts';
export * from './simulation-pool.ts';
export * from './target-probability.ts';
