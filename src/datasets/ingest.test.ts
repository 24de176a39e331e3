import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCity } from '#city';
import { defaultPack, readPack } from '#files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBatches } from './batch.ts';
import type { Ingester } from './ingest.ts';
import { deliveries } from './deliveries.ts';
import { openIngester } from './ingest.ts';
import { correctRow, readQuarantine } from './quarantine.ts';

const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
const [home, feeds] = [join(folder, 'home'), join(folder, 'feeds')];
const pack = readPack(defaultPack).pack!;
const dataset = (id: string) => pack.datasets.find((candidate) => candidate.id === id)!;
const file = (id: string): string => deliveries(pack, feeds).find((delivery) => delivery.dataset.id === id)!.path;
let ingester: Ingester;

beforeAll(async () => {
  await makeCity({ pack, scale: 1 / 1000, seed: 5, out: feeds, until: '2024-12' });
  ingester = await openIngester(pack, home);
}, 120_000);
afterAll(() => {
  ingester.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('taking a file', () => {
  it('accepts or quarantines every row, in all fifteen formats', async () => {
    const files = deliveries(pack, feeds);
    expect(new Set(files.map((delivery) => delivery.dataset.id)).size).toBe(pack.datasets.length);
    for (const delivery of files) {
      const { batch, problems } = await ingester.ingest(delivery.dataset, delivery.path, { simulated: true });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(batch!.read).toBeGreaterThan(0);
      expect(batch!.accepted + batch!.quarantined).toBe(batch!.read);
      expect(readQuarantine(home, delivery.dataset.id)).toHaveLength(batch!.quarantined);
    }
  }, 120_000);

  it('changes nothing the second time', async () => {
    const before = readBatches(home);
    const { unchanged } = await ingester.ingest(dataset('school-roll'), file('school-roll'));
    expect(unchanged).toBe(true);
    expect(readBatches(home)).toEqual(before);
  });

  it('knows another department by its columns', async () => {
    const { batch, problems } = await ingester.ingest(dataset('disability'), file('school-roll'));
    expect(batch).toBeUndefined();
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'dataset.wrong-department',
        params: { dataset: 'disability', other: 'school-roll' },
      }),
    );
  });

  it('refuses what is broken, and leaves no trace of it', async () => {
    const before = readBatches(home);
    const cut = join(folder, 'cut.xlsx');
    const bytes = readFileSync(file('disability'));
    writeFileSync(cut, bytes.subarray(0, bytes.length / 2));
    const { batch, problems } = await ingester.ingest(dataset('disability'), cut);
    expect(batch).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain('dataset.not-readable');
    expect(readBatches(home)).toEqual(before);
  });

  it('names missing, unknown and repeated columns at once', async () => {
    const path = join(folder, 'columns.csv');
    const [head, ...rows] = readFileSync(file('school-roll'), 'utf8').split('\n');
    writeFileSync(path, [head!.replace('学生姓名', '学生名字').replace('班号', '性别'), ...rows].join('\n'));
    const { problems } = await ingester.ingest(dataset('school-roll'), path);
    expect(problems.map(({ code, params }) => `${code} ${params['column']}`)).toEqual(
      expect.arrayContaining([
        'dataset.column-missing 学生姓名',
        'dataset.column-unknown 学生名字',
        'dataset.column-repeated 性别',
      ]),
    );
  });

  it('loses one row to a stray quotation mark, and keeps it', async () => {
    const path = join(folder, 'stray.csv');
    const lines = readFileSync(file('school-roll'), 'utf8').trimEnd().split('\n');
    writeFileSync(path, [...lines.slice(0, 3), `"${lines[3]}`, ...lines.slice(4)].join('\n'));
    const before = readQuarantine(home, 'school-roll').length;
    const { batch } = await ingester.ingest(dataset('school-roll'), path);
    expect(batch!.read).toBe(lines.length - 1);
    expect(readQuarantine(home, 'school-roll').length - before).toBe(batch!.quarantined);
    expect(readQuarantine(home, 'school-roll').some(({ batch: id, line }) => id === batch!.id && line === 4)).toBe(
      true,
    );
  });

  it('takes a corrected row in, and out of quarantine', async () => {
    const row = readQuarantine(home, 'household-registration').find(
      ({ reasons }) => reasons.length === 1 && reasons[0] === 'name:empty',
    )!;
    const waiting = readQuarantine(home, 'household-registration').length;
    const still = await correctRow(ingester, home, dataset('household-registration'), row, { 姓名: '' });
    expect(still.batch).toMatchObject({ accepted: 0, quarantined: 1 });
    const done = await correctRow(ingester, home, dataset('household-registration'), row, { 姓名: '张三' });
    expect(done.batch).toMatchObject({
      accepted: 1,
      quarantined: 0,
      simulated: true,
      corrects: { batch: row.batch, line: row.line },
    });
    expect(
      readQuarantine(home, 'household-registration').some(
        ({ batch, line }) => batch === row.batch && line === row.line,
      ),
    ).toBe(false);
    expect(readQuarantine(home, 'household-registration').length).toBeLessThanOrEqual(waiting);
  });

  it('keeps no identity number outside the vault', async () => {
    const { openDatabase } = await import('#warehouse');
    const database = await openDatabase();
    const found = await database.rows<{ n: number }>(
      `SELECT count(*) AS n FROM read_parquet('${home}/warehouse/landed/household-registration/*/rows.parquet') t
       WHERE regexp_matches(to_json(t)::VARCHAR, '"\\d{17}[0-9X]"')`,
    );
    database.close();
    expect(found[0]!.n).toBe(0);
  });
});
