import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#warehouse';
import { openDatabase } from '#warehouse';
import type { AskedFile } from './asked-files.ts';
import { askedFilesSql, filesWith, readAskedFiles, writeAskedFiles } from './asked-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'asked-'));
const ROWS = 300_000;
let database: Database;
beforeAll(async () => {
  database = await openDatabase();
  await database.run(
    `CREATE TABLE said AS SELECT hash(no) AS key, left(md5(no::VARCHAR), 16) AS person_id, no FROM range(${ROWS}) r(no)`,
  );
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const written = async (name: string, sql: string, column: string): Promise<readonly AskedFile[]> => {
  await writeAskedFiles(database, join(folder, name), sql, column, 'ROW_GROUP_SIZE 2048');
  return readAskedFiles(join(folder, name))!;
};

describe('a table in files by ranges of what it is asked by', () => {
  it.each([
    ['texts', 'person_id', ''],
    ['numbers beyond what a double holds', 'key', '::UBIGINT'],
  ])('opens few files and finds all the rows: %s', async (_, column, type) => {
    const files = await written(column, 'FROM said', column);
    expect(files.length).toBeGreaterThan(2);
    const asked = await database.rows<{ value: string; no: number }>(
      `SELECT ${column}::VARCHAR AS value, no FROM said WHERE no % 3001 = 0`,
    );
    let opened = 0;
    for (const { value, no } of asked) {
      const chosen = filesWith(files, [value], type !== '');
      opened += chosen.length;
      const rows = await database.rows<{ no: number }>(
        `SELECT no FROM ${askedFilesSql(chosen)} WHERE ${column} = $1${type}`,
        [value],
      );
      expect(rows).toEqual([{ no }]);
    }
    expect(opened / asked.length).toBeLessThan(2);
    expect(
      filesWith(
        files,
        asked.map(({ value }) => value),
        type !== '',
      ),
    ).toEqual(files);
    const [all] = await database.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${askedFilesSql(files)}`);
    expect(all!.rows).toBe(ROWS);
  });

  it('is a relation also where there is nothing in it, or nothing of what is asked', async () => {
    const files = await written('empty', 'FROM said WHERE no < 0', 'person_id');
    expect(await database.rows(`FROM ${askedFilesSql(filesWith(files, ['0'], false))}`)).toEqual([]);
    const some = await written('some', `FROM said WHERE person_id > '8'`, 'person_id');
    expect(await database.rows(`FROM ${askedFilesSql(filesWith(some, ['0'], false))} WHERE person_id = '0'`)).toEqual(
      [],
    );
    expect(await database.rows(`FROM ${askedFilesSql(filesWith(some, [], false))} WHERE person_id IN (NULL)`)).toEqual(
      [],
    );
    expect(readAskedFiles(join(folder, 'none'))).toBeUndefined();
  });
});
