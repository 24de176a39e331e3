import { basename, extname } from 'node:path';
import type { Problem } from '#base';
import { nationalDefaults, readTable } from '#files';
import type { Pack } from '#plan';
import { ASSUMPTION_BOUNDS } from '#plan';
import type { NamedDefault } from '#projection';
import { cityFromPopulation, ownAreas, readPopulation, readRates } from '#projection';
import { decimalNumber, wholeNumber } from '../choose.ts';
import type { CommandInput } from '../command.ts';
import { UsageError } from '../command.ts';

export interface OpenedCity {
  readonly pack: Pack;
  readonly defaults: readonly NamedDefault[];
}

/** Options by which a city without a pack is told. */
export const ownCityOptions = {
  population: { type: 'string' as const },
  rates: { type: 'string' as const },
  name: { type: 'string' as const },
  year: { type: 'string' as const },
  tfr: { type: 'string' as const },
  e0: { type: 'string' as const },
  srb: { type: 'string' as const },
  'net-migration': { type: 'string' as const },
};

/** Year taken where neither the table nor the user says one: the last census. */
const LAST_CENSUS = 2020;

/**
 * The city of a `--population` file, with what else the options say of it; `template` lends the nation's schedules. Where a file has an
 * error there is no city; all Problems come back either way.
 */
export async function openCity(
  options: CommandInput['options'],
  template: Pack,
): Promise<{ readonly city?: OpenedCity; readonly problems: readonly Problem[] }> {
  const file = String(options['population']);
  const name = typeof options['name'] === 'string' ? options['name'] : basename(file, extname(file));
  const year = wholeNumber('year', options['year'], 1950, 2100, LAST_CENSUS);
  const levels = {
    fertility: decimalNumber('tfr', options['tfr'], ASSUMPTION_BOUNDS.fertility),
    lifeExpectancy: decimalNumber('e0', options['e0'], ASSUMPTION_BOUNDS.lifeExpectancy),
    sexRatioAtBirth: decimalNumber('srb', options['srb'], ASSUMPTION_BOUNDS.sexRatioAtBirth),
    netMigration: decimalNumber('net-migration', options['net-migration'], ASSUMPTION_BOUNDS.netMigration),
  };
  const table = await readTable(file);
  if ('problems' in table) return table;
  const population = readPopulation(table, { year, area: name });
  const where = population.rows.length === 0 ? undefined : ownAreas(population.rows, name);
  const ratesFile = typeof options['rates'] === 'string' ? options['rates'] : undefined;
  const ratesTable = ratesFile === undefined ? undefined : await readTable(ratesFile);
  const rates =
    ratesTable === undefined
      ? { rates: new Map(), problems: [] }
      : 'problems' in ratesTable
        ? { rates: new Map(), problems: ratesTable.problems }
        : readRates(ratesTable, where?.codes ?? new Map());
  const problems = [...population.problems, ...rates.problems];
  if (where === undefined || problems.some(({ severity }) => severity === 'error')) return { problems };
  const {
    pack,
    defaults,
    problems: remarks,
  } = cityFromPopulation(population.rows, where, {
    name,
    file: basename(file),
    ratesFile: ratesFile === undefined ? undefined : basename(ratesFile),
    nation: nationalDefaults(),
    template,
    rates: rates.rates,
    levels,
    dated: population.dated || options['year'] !== undefined,
  });
  return { city: { pack, defaults }, problems: [...problems, ...remarks] };
}

/** Options of a city without a pack need its population. */
export function refuseWithoutPopulation(options: CommandInput['options']): void {
  const stray = Object.keys(ownCityOptions).find((name) => name !== 'population' && options[name] !== undefined);
  if (options['population'] === undefined && stray !== undefined)
    throw new UsageError(`--${stray} goes with --population; a pack has its own`);
}
