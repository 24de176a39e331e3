import type { Area, AreaCode, CitedSource, LocalText, Sex, Status } from '#base';
import type { CodeTableEntry, Dataset } from './parse/dataset-schema.ts';
import type {
  BaselineFile,
  CarriedOut,
  Department,
  DocumentFile,
  Indicator,
  PackFile,
  RegisteredFile,
  Scenario,
  Schedule,
  SourceEntry,
  Statement,
  UncertaintyFile,
  Unit,
  WarningRule,
} from './parse/schema.ts';

/** A plan pack, parsed and checked: plain data, the same in Node, in the browser and as JSON on the wire. */
export interface Pack {
  readonly info: PackFile;
  readonly document: DocumentFile;
  readonly areas: readonly Area[];
  readonly departments: readonly Department[];
  readonly units: readonly Unit[];
  readonly sources: readonly SourceEntry[];
  readonly indicators: readonly Indicator[];
  readonly warnings: readonly WarningRule[];
  readonly statements: readonly Statement[];
  /** Parts of the plan that the product carries out; a pack may say nothing of it. */
  readonly coverage: readonly CarriedOut[];
  readonly scenarios: readonly Scenario[];
  /** Rates by age that derived quantities ask for. */
  readonly schedules: readonly Schedule[];
  /** How the registered population is told by age; absent where a pack does without. */
  readonly registered?: RegisteredFile | undefined;
  readonly baseline: BaselineTables;
  /** How far the future and the census may differ from what is assumed; a pack may have none. */
  readonly uncertainty?: UncertaintyFile | undefined;
  /** Contracts of the departments' feeds; none where a pack has no register. */
  readonly datasets: readonly Dataset[];
  readonly codeTables: readonly CodeTable[];
  /** Fingerprint of the files it was read from. */
  readonly fingerprint: string;
}

/** The pack's census and rate tables as written; `src/projection` makes populations and rates of them. */
export interface BaselineTables {
  readonly info: BaselineFile;
  readonly ageSex: readonly AgeSexRow[];
  readonly referenceAges: readonly ReferenceAgeRow[];
  readonly mortality: readonly MortalityRow[];
  readonly fertility: readonly FertilityRow[];
  readonly areaVariables: readonly AreaVariableRow[];
  /** No part of a pack's folder: a count that projections start from instead of the last census. */
  readonly start?: StartTables | undefined;
}

/**
 * A count of the population after the last census: a register's. Taken for the end of `year`. Arrays are in the order of `areas` (the counties); counts as
 * in a Population.
 */
export interface StartTables {
  readonly year: number;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly status: Status;
  readonly source: CitedSource;
  /** People that one person counted stands for (a sample of 1:20: 20); the numbers here are multiplied already. */
  readonly scale: number;
  /** Title of the source. */
  readonly title: LocalText;
  readonly areas: readonly AreaCode[];
  readonly resident: readonly number[];
  readonly registered: readonly number[];
  /** Live births of the twelve months before the date, girls and boys of each area. */
  readonly births: readonly number[];
  /** Deaths of the same months by area. */
  readonly deaths: readonly number[];
  /** What else it counts, of the areas and the city, in the names of the census tables. */
  readonly variables: readonly AreaVariableRow[];
}

/** Census persons of one age group: `from`..`to`; `to` null is open. */
export interface AgeSexRow {
  readonly year: number;
  readonly area: AreaCode;
  readonly sex: Sex;
  readonly from: number;
  readonly to: number | null;
  readonly persons: number;
}

/** Single-age population of a reference area (the nation), whose shape inside age groups graduation follows. */
export interface ReferenceAgeRow {
  readonly year: number;
  readonly sex: Sex;
  readonly age: number;
  readonly persons: number;
}

/** Central death rate of the standard schedule, per person-year. */
export interface MortalityRow {
  readonly year: number;
  readonly sex: Sex;
  readonly age: number;
  readonly rate: number;
}

/** Births per woman and year at an age of the mother, by residence. */
export interface FertilityRow {
  readonly residence: 'city' | 'town' | 'rural';
  readonly age: number;
  readonly rate: number;
}

export interface AreaVariableRow {
  readonly year: number;
  readonly area: AreaCode;
  readonly variable: string;
  readonly value: number;
}

/** A code list that contracts name. */
export interface CodeTable extends CodeTableEntry {
  readonly rows: readonly CodeRow[];
}

export interface CodeRow {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** What the code means to the software, e.g. `female`; blank where nothing follows from it. */
  readonly meaning: string;
}
