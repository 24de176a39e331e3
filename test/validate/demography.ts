import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '#base';
import type { Validation, ValidationCase } from './case.ts';
import { problem } from './reference.ts';
import { prestonFile, prestonSweden } from './preston-sweden.ts';
import { fiveYearFile, unFiveYear } from './un-five-year.ts';
import { lifeExpectancyFile, unLifeExpectancy } from './un-life-expectancy.ts';
import { singleYearBySexFile, unSingleYearBySex } from './un-single-year-by-sex.ts';
import { countriesIn, singleYearFolder, unSingleYear } from './un-single-year.ts';

/**
 * Every published projection found under a folder, run again from its inputs. Layouts are known by their names, wherever they lie and whichever countries they hold:
 * `1x1_both_sexes_*` (with `net_migration_1x1_by_sex` and `annual_indicators*` beside it), a native five-year run (`migrationF.csv` and the others), abridged death rates with life expectancies
 * (`e0F.csv`), `ISO_base_pop_YEAR.csv` of ccmppWPP, and Preston's Box 6.2. No cases and no problems: there was nothing of the kind.
 */
export function validateDemography(folder: string): Validation {
  const problems: Problem[] = [];
  const run = (place: string, again: () => ValidationCase[]): ValidationCase[] => {
    try {
      return again();
    } catch (error) {
      // The formulas throw at arguments that they cannot take (a death rate of 0, ages out of step); here these are the data's.
      problems.push(problem('reference.not-usable', place, { reason: (error as Error).message }));
      return [];
    }
  };
  const cases = walk(folder).flatMap(({ folder: parent, files }): ValidationCase[] => [
    ...files
      .filter((name) => singleYearBySexFile.test(name))
      .flatMap((name) => run(join(parent, name), () => unSingleYearBySex(join(parent, name), problems))),
    ...files
      .filter((name) => prestonFile.test(name))
      .flatMap((name) => run(join(parent, name), () => prestonSweden(join(parent, name), problems))),
    ...(singleYearFolder.test(basename(parent))
      ? countriesIn(parent).flatMap((country) =>
          run(join(parent, country), () => unSingleYear(parent, country, problems)),
        )
      : []),
    ...(files.includes(fiveYearFile) ? run(parent, () => unFiveYear(parent, problems)) : []),
    ...(files.includes(lifeExpectancyFile) ? run(parent, () => unLifeExpectancy(parent, problems)) : []),
  ]);
  return { cases, problems };
}

/** A folder and those below it, each with the names of its files, in order of names. */
function walk(folder: string): { folder: string; files: string[] }[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [
    { folder, files: entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name) },
    ...entries.filter((entry) => entry.isDirectory()).flatMap((entry) => walk(join(folder, entry.name))),
  ];
}
