export * from './national-defaults.ts';
export * from './dataset-schema.ts';
export * from './parse-pack.ts';
export * from './parse-scenario.ts';
export * from './schema.ts';
export type { TextFile } from './yaml-file.ts';
export { readYaml } from './yaml-file.ts';
