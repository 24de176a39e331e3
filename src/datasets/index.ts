export { PARTS, batchFile, landedFolder, readBatches } from './batch.ts';
export type { Batch, FieldQuality, Part } from './batch.ts';
export { deliveries, openIngester } from './ingest.ts';
export type { IngestOptions, IngestResult, Ingester } from './ingest.ts';
export { correctRow, readQuarantine } from './quarantine.ts';
export type { QuarantinedRow } from './quarantine.ts';
export { openVault } from './vault.ts';
export type { Vault } from './vault.ts';
