import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDatabase, sqlText } from '#warehouse';

/** Counts of a register by hand: what tests expect is worked out from these. */
export const MADE = {
  known: '2024-12-31',
  scale: 20,
  /** Basis, county, township, sex, age, people. */
  population: [
    ['resident', '510502', '510502001', 'female', 30, 600.5],
    ['resident', '510502', '510502001', 'male', 70, 200],
    ['resident', '510502', '510502002', 'male', 8, 199.5],
    ['resident', '510521', '510521100', 'female', 101, 50],
    ['resident', '510521', '510521100', 'male', 40, 450],
    ['registered', '510502', '510502001', 'female', 30, 700],
    ['registered', '510521', '510521100', 'male', 40, 800],
  ],
  /** County, township, type, size, households. */
  households: [
    ['510502', '510502001', 'elder-alone', 1, 4.4],
    ['510502', '510502001', 'nuclear', 3, 100],
    ['510502', '510502002', 'empty-nest', 2, 12.6],
    ['510521', '510521100', 'elder-alone', 1, 30],
    ['510521', null, 'collective', 40, 2],
    ['510521', '510521100', 'stem', 11, 5],
  ],
  /** Sex, born, died, county, county of hukou, probability of residence. */
  persons: [
    ['female', '2024-05-01', null, '510502', '510502', 0.9],
    ['male', '2024-06-01', null, '510502', '510521', 0.8],
    ['male', '2023-06-01', null, '510502', '510502', 1],
    ['male', '1940-06-01', '2024-03-01', null, '510521', null],
    ['female', '1941-06-01', '2023-03-01', null, '510521', null],
    ['female', '1990-06-01', null, '510521', '500153', 0.5],
  ],
} as const;

/** Writes a version of a register of simulated feeds at 1:20 into a home: the tables that statistics read. */
export async function makeRegister(home: string): Promise<void> {
  const folder = join(home, 'register', 'v000001');
  mkdirSync(folder, { recursive: true });
  const database = await openDatabase();
  const write = (
    table: string,
    columns: string,
    rows: readonly (readonly (string | number | null)[])[],
    select = '*',
  ): Promise<void> =>
    database.run(`COPY (SELECT ${select} FROM (VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}) t(${columns}))
      TO ${sqlText(join(folder, `${table}.parquet`))} (FORMAT parquet)`);
  await write('population', 'basis, county, township, sex, age, people', MADE.population);
  await write('household_count', 'county, township, type, size, households', MADE.households);
  await write(
    'person',
    'sex, born, died, county, hukou_division, resident',
    MADE.persons,
    '* REPLACE (born::DATE AS born, died::DATE AS died)',
  );
  database.close();
  const batch = join(home, 'warehouse', 'landed', 'household-registration', 'made', 'batch.json');
  mkdirSync(dirname(batch), { recursive: true });
  writeFileSync(
    batch,
    JSON.stringify({ dataset: 'household-registration', id: 'made', landed: '', simulated: true, scale: MADE.scale }),
  );
  writeFileSync(
    join(home, 'register', 'current.json'),
    JSON.stringify({
      version: 1,
      made: '2025-01-01T00:00:00Z',
      batches: ['household-registration/made'],
      decisions: 0,
      known: MADE.known,
      simulated: true,
      counts: {},
      doubtful: [],
      residents: [],
      seconds: 0,
    }),
  );
}

const literal = (value: string | number | null): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : sqlText(value);
