export * from './area.ts';
export * from './figure.ts';
export * from './fingerprint.ts';
export * from './missing.ts';
export * from './nearest.ts';
export * from './population.ts';
export * from './problem.ts';
export * from './source.ts';
