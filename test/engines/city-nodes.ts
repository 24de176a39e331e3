import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCity } from '#city';
import { deliveries, openIngester, readBatches } from '#datasets';
import { defaultPack, readPack } from '#files';
import type { LoadColumn } from '#linkage';
import { openDatabase } from '#warehouse';
import { dateBatches, hideNumbersSql, mentionSql } from '../../src/register/resolve/mention-sql.ts';
import { resolve } from '../../src/register/resolve/resolve.ts';
import { wholeScope } from '../../src/register/scope/touched.ts';
import { giveKnownKey } from '../support/known-key.ts';

/** A table as columns; `lists` hold whole numbers joined by commas. */
export interface Nodes {
  readonly node: readonly LoadColumn[];
  readonly population: readonly LoadColumn[];
  readonly lists: readonly string[];
}

/**
 * What the register would compare of a simulated city at 1:2000: clusters with their numbers and duplicate-free sources. Half of the rows have no number, so that
 * there is much to compare.
 */
export async function cityNodes(): Promise<Nodes> {
  const folder = mkdtempSync(join(tmpdir(), 'engines-'));
  const [home, feeds, truth] = ['home', 'feeds', 'truth'].map((name) => join(folder, name)) as [string, string, string];
  const pack = readPack(defaultPack).pack!;
  const database = await openDatabase({ temporary: join(folder, 'spill') });
  try {
    await makeCity({ pack, scale: 1 / 2000, seed: 5, out: feeds, truth, until: '2024-12' });
    giveKnownKey(home);
    const ingester = await openIngester(pack, home);
    for (const { dataset, path } of deliveries(pack, feeds)) await ingester.ingest(dataset, path, { simulated: true });
    ingester.close();
    await wholeScope(database);
    const batches = await dateBatches(home, readBatches(home));
    await database.run(`CREATE TEMP TABLE mention AS ${mentionSql(home, batches, pack)}`);
    await database.run(`${hideNumbersSql} WHERE md5(row_key::VARCHAR) < '8'`);
    await resolve(database, pack);
    const types = await database.rows<{ column_name: string; column_type: string }>('DESCRIBE node');
    const lists = types.filter(({ column_type }) => column_type.endsWith('[]')).map(({ column_name }) => column_name);
    const read = async (table: string, select: string, order: string): Promise<LoadColumn[]> => {
      const rows = await database.rows<Record<string, string | number | null>>(
        `SELECT ${select} FROM ${table} ORDER BY ${order}`,
      );
      return Object.keys(rows[0]!).map((name): LoadColumn => {
        const values = rows.map((row) => row[name] ?? null);
        return ['no', 'sources'].includes(name)
          ? { name, type: 'integer', values }
          : { name, type: 'text', values: values.map((value) => (value === null ? null : String(value))) };
      });
    };
    const joined = lists.map((list) => `array_to_string(list_sort(${list}), ',') AS ${list}`).join(', ');
    return {
      node: await read(
        'node',
        `* EXCLUDE (${lists.join(', ')}, spouse, unit), spouse::VARCHAR AS spouse, ${joined}`,
        'no',
      ),
      population: await read('population', '*', 'ALL'),
      lists,
    };
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
