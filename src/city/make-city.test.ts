import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseIdNumber } from '#base';
import { defaultPack, readPack } from '#files';
import { contractsOf } from './contracts.ts';
import type { Manifest } from './make-city.ts';
import { OtherCityError, makeCity } from './make-city.ts';

const root = mkdtempSync(join(tmpdir(), 'popplus-city-'));
const { pack } = readPack(defaultPack);
const contracts = contractsOf(pack!);
const base = { pack: pack!, scale: 1 / 500, seed: 3, until: '2025-02' };
const [out, truth] = [join(root, 'feeds'), join(root, 'truth')];
let manifest: Manifest;

beforeAll(async () => {
  manifest = await makeCity({ ...base, out, truth });
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Every file below a folder with the hash of its bytes. */
function bytesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

/** Rows of a delivered file as texts by column. */
async function rowsOf(path: string): Promise<Record<string, string>[]> {
  const file = join(out, path);
  const contract = contracts.datasets.get(/\/([a-z-]+?)(-\d+)?\.\w+$/.exec(path)![1]!)!;
  switch (contract.file.format) {
    case 'csv': {
      const bytes = readFileSync(file);
      const text = contract.file.encoding === 'gb18030' ? iconv.decode(bytes, 'gb18030') : bytes.toString('utf8');
      return parse(text, { columns: true, bom: true });
    }
    case 'jsonl':
      return readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, string>);
    case 'xlsx': {
      const sheets = (await readXlsxFile(file)) as unknown as { data: (string | number | null)[][] }[];
      const [head, ...rows] = sheets[0]!.data;
      return rows.map((row) => Object.fromEntries(head!.map((column, i) => [String(column), String(row[i] ?? '')])));
    }
    case 'parquet': {
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      const reader = await connection.runAndReadAll(`SELECT * FROM '${file}'`);
      return reader.getRowObjectsJson() as Record<string, string>[];
    }
  }
}

const records = (dataset: string, delivery: string): Record<string, string>[] =>
  parse(readFileSync(join(truth, 'records', delivery, `${dataset}.csv`)), { columns: true });

test('fifteen datasets, a load and two refreshes, all marked simulated', () => {
  expect(new Set(manifest.files.map(({ dataset }) => dataset)).size).toBe(15);
  expect(manifest.files.length).toBe(45);
  expect(manifest.simulated).toBe(true);
  expect(readFileSync(join(out, 'README.txt'), 'utf8')).toContain('模拟');
  for (const file of manifest.files.filter(({ since }) => since === undefined)) expect(file.rows).toBeGreaterThan(0);
});

describe('every file is as its contract says', () => {
  test.each([...contracts.datasets.keys()])('%s', async (dataset) => {
    const contract = contracts.datasets.get(dataset)!;
    const columns = contract.fields.map(({ column }) => column);
    for (const file of manifest.files.filter((entry) => entry.dataset === dataset)) {
      const rows = await rowsOf(file.path);
      expect(rows.length).toBe(file.rows);
      if (rows.length > 0) expect(Object.keys(rows[0]!)).toEqual(columns);
      const lines = records(dataset, file.path.split('/')[0]!);
      const seen = new Set(lines.map(({ row, role }) => `${row} ${role}`));
      expect(seen.size).toBe(lines.length);
      expect(new Set(lines.map(({ row }) => row)).size).toBe(file.rows);
    }
  });
});

test('numbers as written are true and valid, or wrong; truth says whose row it is', async () => {
  const persons = new Map(
    (parse(readFileSync(join(truth, 'persons.csv')), { columns: true }) as Record<string, string>[]).map((row) => [
      row['person']!,
      row,
    ]),
  );
  const [load] = manifest.files.filter(({ dataset }) => dataset === 'medical-insurance');
  const rows = await rowsOf(load!.path);
  let [right, wrong] = [0, 0];
  for (const line of records('medical-insurance', load!.path.split('/')[0]!)) {
    const person = persons.get(line['person']!)!;
    const row = rows[Number(line['row']) - 1]!;
    const written = row['证件号码'];
    if (written === person['identity_number']) {
      right++;
      expect(parseIdNumber(written!)).toHaveProperty('birth', person['born']);
    } else wrong++;
  }
  expect(right / (right + wrong)).toBeGreaterThan(0.95);
  expect(wrong).toBeGreaterThan(0);
});

test('the same seed gives the same bytes, and a stopped run goes on to them', async () => {
  const again = { out: join(root, 'again'), truth: join(root, 'again-truth') };
  let files = 0;
  const stopped = makeCity({
    ...base,
    ...again,
    progress: ({ step }) => {
      if (step === 'feed' && ++files === 20) throw new Error('stopped');
    },
  });
  await expect(stopped).rejects.toThrow('stopped');
  await makeCity({ ...base, ...again });
  expect(bytesOf(again.out)).toEqual(bytesOf(out));
  expect(bytesOf(again.truth)).toEqual(bytesOf(truth));
}, 120_000);

test('two threads give the same bytes, stopped and gone on with too', async () => {
  const two = { ...base, workers: 2, out: join(root, 'two'), truth: join(root, 'two-truth') };
  const stopped = makeCity({
    ...two,
    progress: ({ step, done }) => {
      if (step === 'feed' && done === 17) throw new Error('stopped');
    },
  });
  await expect(stopped).rejects.toThrow('stopped');
  await makeCity(two);
  expect(bytesOf(two.out)).toEqual(bytesOf(out));
  expect(bytesOf(two.truth)).toEqual(bytesOf(truth));
}, 120_000);

test('another seed in the same folder is refused', async () => {
  await expect(makeCity({ ...base, seed: 4, out, truth })).rejects.toThrow(OtherCityError);
});

const rowCount = (files: Manifest['files']): number => files.reduce((sum, file) => sum + file.rows, 0);

test('one day is a small part of its month', async () => {
  const day = await makeCity({ ...base, out: join(root, 'day'), day: '2025-01-15' });
  const month = rowCount(manifest.files.filter(({ asOf }) => asOf === '2025-01-31'));
  expect(rowCount(day.files)).toBeGreaterThan(0);
  expect(rowCount(day.files)).toBeLessThan(month / 5);
}, 60_000);
