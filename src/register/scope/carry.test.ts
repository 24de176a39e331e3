import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#warehouse';
import { openDatabase } from '#warehouse';
import { keepUnread } from './carry.ts';

const said = (a: string, b: string) => [
  { person_id: 'a', said: a },
  { person_id: 'b', said: b },
  { person_id: 'c', said: 'new' },
];

describe('people of whom not every row was read', () => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase();
    await database.run(
      `CREATE TEMP TABLE before AS FROM (VALUES ('a', 'old', 1), ('b', 'old', 2)) t(person_id, said, beside)`,
    );
    await database.keep('person', `FROM (VALUES ('a', 'new'), ('b', 'new'), ('c', 'new')) t(person_id, said)`);
  });
  afterEach(() => database.close());

  const kept = async (unread: readonly string[]) => {
    await database.run(`CREATE TEMP TABLE unread AS SELECT unnest($1::JSON::VARCHAR[]) AS person_id`, [
      JSON.stringify(unread),
    ]);
    await keepUnread(database, 'person', 'before');
    return database.rows('FROM person ORDER BY person_id');
  };

  it('keep what stood in the version before; the others have what is new', async () => {
    expect(await kept(['b'])).toEqual(said('new', 'old'));
  });

  it('are nobody in most refreshes', async () => {
    expect(await kept([])).toEqual(said('new', 'new'));
  });
});
