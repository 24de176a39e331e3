import type { LocalText, Missing, Sex, Source } from '#base';

/** A number a formula may ask for, in base units (persons, years, ratios), with its words and origin. */
export interface Input {
  readonly value: number | Missing;
  readonly name: LocalText;
  readonly unit: string;
  readonly source?: Source | undefined;
  /** True for what a scenario sets rather than works out. */
  readonly assumed?: boolean;
  /** True for what rests on rates of other places or years, whatever the source of the rates. */
  readonly estimated?: boolean;
}

/**
 * Everything that formulas may ask about an area and a year. Whoever can supply it (a census, a register, a projection) gives the same
 * answers in the same units; what it cannot supply is Missing with the reason.
 */
export interface Inputs {
  /** Residents at the end of the year, ages `from`..`to` inclusive (100 is open). */
  persons(from?: number, to?: number, sex?: Sex): Input;
  /** Residents by single age 0..100+, both sexes. */
  ages(): readonly number[] | Missing;
  /** Residents at the end of the year before. */
  personsBefore(): Input;
  births(): Input;
  deaths(): Input;
  netMigration(): Input;
  /** Children per woman. */
  totalFertility(): Input;
  /** Boys per 100 girls. */
  sexRatioAtBirth(): Input;
  /** Both sexes, years. */
  lifeExpectancy(): Input;
  /** Urban residents, persons. */
  urbanPersons(): Input;
  /** Urban residents by the UN's growth difference between the censuses, whatever a scenario says. */
  urbanByGrowth(): Input;
  /** Registered (hukou) population, ages `from`..`to` inclusive (100 is open). */
  registered(from?: number, to?: number, sex?: Sex): Input;
  /** Sum of persons x rate over the ages of a schedule of the pack; of residents unless the registered are asked for. */
  scheduled(schedule: string, of?: 'resident' | 'registered'): Input;
  /** Residents of the comparison area, persons. */
  comparisonPersons(): Input;
  /** A variable of the census tables. */
  variable(name: string): Input;
  /** km² */
  landArea(): Input;
}
