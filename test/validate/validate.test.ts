import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { validateDemography } from './demography.ts';

const root = resolve(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'popplus-validate-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const validate = (...words: string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/validate/run.ts', ...words],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
};

/** A country of our own in the single-year layout: 1000 persons of each age, nobody dies before 99 years, no births, nobody moves. */
function madeUpCountry(folder: string, { without = '' } = {}): string {
  const inner = join(folder, '1x1_both_sexes_2020_2099');
  mkdirSync(join(folder, 'net_migration_1x1_by_sex'), { recursive: true });
  mkdirSync(inner, { recursive: true });
  const ages = Array.from({ length: 101 }, (_, age) => age);
  const years = [2025, 2026];
  const table = (header: string, line: (year: number, age: number) => string, last = 99): string =>
    [header, ...years.flatMap((year) => ages.slice(0, last + 1).map((age) => line(year, age)))].join('\n');
  const value = without === 'value' ? 'valeu' : 'value';
  writeFileSync(
    join(inner, 'XYZ_population.csv'),
    table(`year,age,${value}`, (year, age) => `${year},${age},${year === 2026 && age === 0 ? 0 : 1000}`),
  );
  writeFileSync(
    join(inner, 'XYZ_mortality_rates.csv'),
    table('year,age,value', (year, age) => `${year},${age},${age < 80 ? 1e-12 : 2e-12}`),
  );
  writeFileSync(
    join(folder, 'net_migration_1x1_by_sex/XYZ.csv'),
    table('country_code,year,age,migM,migF', (year, age) => `999,${year},${age},0,0`, 100),
  );
  if (without !== 'births')
    writeFileSync(
      join(folder, 'annual_indicators_1950_2100.csv'),
      'iso3,year,births,srb\nXYZ,2025,0,1.05\nXYZ,2026,0,1.05\n',
    );
  return folder;
}

describe('npm run validate', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(home, 'data-'));
  });

  it('runs a country it has never seen and prints the table', () => {
    const { status, output } = validate('demography', '--data', madeUpCountry(folder));
    expect(output).toContain('WPP2024 1x1 XYZ 2025-2026: total, MAPE %');
    expect(output).not.toContain('FAIL');
    expect(status).toBe(0);
  });

  it('fails where the figures differ', () => {
    madeUpCountry(folder);
    const off = Array.from({ length: 200 }, (_, i) => `${2025 + Math.floor(i / 100)},${i % 100},${2000 + i}`);
    writeFileSync(join(folder, '1x1_both_sexes_2020_2099/XYZ_population.csv'), ['year,age,value', ...off].join('\n'));
    expect(validateDemography(folder).cases.map(({ pass }) => pass)).toEqual([false, false]);
  });

  it('names the file and the column that is missing, with exit code 1', () => {
    const { status, output } = validate('demography', '--data', madeUpCountry(folder, { without: 'value' }));
    expect(output).toMatch(/XYZ_population\.csv:1: column value is missing/);
    expect(status).toBe(1);
  });

  it('names the file that is missing, the number that is none, the ages that are not there', () => {
    const where = (): string[] =>
      validateDemography(folder).problems.map(
        ({ where: place, code }) => `${code} ${basename(place.file!)}:${place.line ?? ''}`,
      );
    madeUpCountry(folder, { without: 'births' });
    expect(where()).toEqual(['reference.file-missing annual_indicators.csv:']);
    const rates = join(madeUpCountry(folder), '1x1_both_sexes_2020_2099/XYZ_mortality_rates.csv');
    writeFileSync(rates, 'year,age,value\n2025,0,0.01\n2025,1,none\n');
    expect(where()).toEqual(['reference.not-number XYZ_mortality_rates.csv:3']);
    writeFileSync(rates, 'year,age,value\n2025,0,0.01\n');
    expect(where()).toEqual(['reference.row-missing XYZ_mortality_rates.csv:']);
  });

  it('takes rates that no formula can as a fault of the data', () => {
    const rates = join(madeUpCountry(folder), '1x1_both_sexes_2020_2099/XYZ_mortality_rates.csv');
    const zero = Array.from({ length: 200 }, (_, i) => `${2025 + Math.floor(i / 100)},${i % 100},0`);
    writeFileSync(rates, ['year,age,value', ...zero].join('\n'));
    expect(validateDemography(folder).problems).toMatchObject([{ code: 'reference.not-usable' }]);
  });

  it('says so when there is nothing to compare, or no such folder or word', () => {
    const none = validate('demography', '--data', folder);
    expect([none.status, none.output]).toEqual([2, expect.stringContaining('nothing to compare')]);
    const nowhere = validate('demography', '--data', join(folder, 'nowhere'));
    expect([nowhere.status, nowhere.output]).toEqual([2, expect.stringContaining('no reference data')]);
    const unknown = validate('astrology', '--data', folder);
    expect([unknown.status, unknown.output]).toEqual([2, expect.stringContaining('demography')]);
  });
});
