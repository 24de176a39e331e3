export { openDatabase, sqlName, sqlText } from './database.ts';
export type { Database, DatabaseOptions } from './database.ts';
export { duckdbEngine } from './duckdb-engine.ts';
export { linkFiles } from './link-files.ts';
export type { LinkRequest, LinkedFiles } from './link-files.ts';
export { linkRecords } from './link-records.ts';
export type { LinkageInput, LinkageResult, LinkageStep } from './link-records.ts';
export { linkTable } from './link-table.ts';
