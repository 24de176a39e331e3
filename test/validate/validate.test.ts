import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

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
function madeUpCountry(folder: string, { without = '', population = 1000 } = {}): string {
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
    table(`year,age,${value}`, (year, age) => `${year},${age},${year === 2026 && age === 0 ? 0 : population}`),
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

  it('fails with exit code 1 where the figures differ', () => {
    madeUpCountry(folder);
    const off = join(folder, '1x1_both_sexes_2020_2099/XYZ_population.csv');
    writeFileSync(
      off,
      `year,age,value\n${[2025, 2026].flatMap((year) => Array.from({ length: 100 }, (_, age) => `${year},${age},${year}`)).join('\n')}`,
    );
    const { status, output } = validate('demography', '--data', folder);
    expect(output).toContain('FAIL');
    expect(status).toBe(1);
  });

  it('names the file and the column that is missing', () => {
    const { status, output } = validate('demography', '--data', madeUpCountry(folder, { without: 'value' }));
    expect(output).toMatch(/XYZ_population\.csv:1: column value is missing/);
    expect(status).toBe(1);
  });

  it('names the file that is missing', () => {
    const { status, output } = validate('demography', '--data', madeUpCountry(folder, { without: 'births' }));
    expect(output).toMatch(/annual_indicators\S*\.csv: this file of the reference data is missing/);
    expect(status).toBe(1);
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
