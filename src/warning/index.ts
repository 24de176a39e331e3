export * from './evaluate-warnings.ts';
export * from './meets.ts';
