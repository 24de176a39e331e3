export * from './assumption-bounds.ts';
export * from './attachment.ts';
export * from './capabilities.ts';
export * from './hierarchy.ts';
export type * from './pack.ts';
export * from './path.ts';
export * from './reference-scenario.ts';
export * from './schedule.ts';
export * from './source-words.ts';
export * from './values.ts';
export type { NationalDefaults } from './parse/national-defaults.ts';
export type {
  CodeTableEntry,
  Dataset,
  DatasetEvent,
  DatasetField,
  DatasetPerson,
  PersonRole,
  SignOfLife,
} from './parse/dataset-schema.ts';
export type {
  AssumptionPath,
  BaselineFile,
  CarriedOut,
  Comparison,
  DatedValue,
  Department,
  DocumentFile,
  Expression,
  Indicator,
  PackFile,
  RegisteredFile,
  Scenario,
  Schedule,
  ScheduleRow,
  SourceEntry,
  Statement,
  UncertaintyFile,
  Unit,
  WarningLevel,
  WarningRule,
} from './parse/schema.ts';
