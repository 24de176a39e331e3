export * from './dataset-schema.ts';
export * from './parse-pack.ts';
export * from './schema.ts';
export type { TextFile } from './yaml-file.ts';
