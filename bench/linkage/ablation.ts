import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCity } from '#city';
import { deliveries, openIngester } from '#datasets';
import { defaultPack, readPack } from '#files';
import type { Level } from '#linkage';
import type { OtherLinkage } from '#register';
import { evaluateRegister, hideNumbersSql, personModel, personModelBy, refresh } from '#register';
import type { Database } from '#warehouse';

/**
 * `node --import tsx bench/linkage/ablation.ts [N] [SEED]`: a simulated city at 1:N (100), first load, every identity number taken out; made a register once as it
 * is and once for each thing taken away. Errors are pairs of rows about the person.
 */
const [scale = 100, seed = 1] = process.argv.slice(2).map(Number);

const hide = (...columns: readonly string[]): string =>
  `UPDATE mention SET ${columns.map((column) => `${column} = NULL`).join(', ')}`;

/** Grades of similarity, as for names in Latin letters: one slip of the pen in four letters, Jaro-Winkler of 0.9 and 0.78. */
const BY_LETTERS: readonly Level[] = [
  { id: 'same', when: { equal: 'name' }, frequency: 'name' },
  { id: 'slip', when: { grade: 'name', atLeast: 4 } },
  { id: 'jaro-winkler-0.9', when: { grade: 'name', atLeast: 3 } },
  { id: 'begins-alike', when: { grade: 'name', atLeast: 2 } },
  { id: 'jaro-winkler-0.78', when: { grade: 'name', atLeast: 1 } },
];

/** Names by their characters alone: every code of sound or shape is the name itself, also where a context wants the same name. */
async function byLetters(database: Database): Promise<OtherLinkage> {
  await database.run(
    `UPDATE mention SET name_tone = name, name_sound = name, name_fuzzy = name, name_shape = name, surname_fuzzy = surname, given_fuzzy = given`,
  );
  await database.run(
    'CREATE TEMP TABLE letters AS SELECT name, (row_number() OVER (ORDER BY name) - 1)::INTEGER AS no FROM (SELECT DISTINCT name FROM mention WHERE name IS NOT NULL)',
  );
  await database.run('ALTER TABLE mention ADD COLUMN name_no INTEGER');
  await database.run('UPDATE mention SET name_no = letters.no FROM letters WHERE letters.name = mention.name');
  const names = await database.rows<{ name: string }>('SELECT name FROM letters ORDER BY no');
  return {
    model: personModelBy(BY_LETTERS, [{ column: 'name', measure: 'name' }]),
    values: { name: names.map(({ name }) => name) },
    again: true,
  };
}

const withoutFrequency: OtherLinkage = {
  model: {
    ...personModel,
    comparisons: personModel.comparisons.map((comparison) => ({
      ...comparison,
      levels: comparison.levels.map(({ id, when, apart = false }) => ({ id, when, apart })),
    })),
  },
  again: true,
};

const changed =
  (sql: string) =>
  async (database: Database): Promise<undefined> => {
    await database.run(sql);
  };

const ways: readonly (readonly [string, (database: Database) => Promise<OtherLinkage | undefined>])[] = [
  ['as it is', async () => undefined],
  ['names by Jaro-Winkler and edits', byLetters],
  ['without frequencies', async () => withoutFrequency],
  ['without relatives in rows', changed('DELETE FROM mention WHERE NOT is_own')],
  [
    'without addresses',
    changed(
      hide(
        'address_place',
        'address_numbers',
        'hukou_place',
        'hukou_numbers',
        'township',
        'hukou_township',
        'household',
      ),
    ),
  ],
  ['without telephones', changed(hide('phone_token'))],
  ['compared once', async () => ({ model: personModel, again: false })],
];

const folder = mkdtempSync(join(tmpdir(), 'ablation-'));
const [home, feeds, truth] = ['home', 'feeds', 'truth'].map((name) => join(folder, name)) as [string, string, string];
const pack = readPack(defaultPack).pack!;
try {
  await makeCity({ pack, scale: 1 / scale, seed, out: feeds, truth, until: '2024-12' });
  const ingester = await openIngester(pack, home);
  for (const { dataset, path } of deliveries(pack, feeds)) await ingester.ingest(dataset, path, { simulated: true });
  ingester.close();
  console.log(`simulated city 1:${scale}, seed ${seed}, without any identity number`);
  for (const [name, change] of ways) {
    rmSync(join(home, 'register'), { recursive: true, force: true });
    const experiment = async (database: Database): Promise<OtherLinkage | undefined> => {
      await database.run(hideNumbersSql);
      return change(database);
    };
    await refresh(home, pack, { experiment });
    const { ownPairs, ownClusters, tellableClusters, clusters } = await evaluateRegister(home, pack, feeds, truth);
    console.log(
      `${name.padEnd(34)} F1 ${ownClusters.f1.toFixed(4)}  pairs wrong ${Math.round(ownPairs.wrong)} missed ${Math.round(ownPairs.missed)}  F1 tellable ${tellableClusters.f1.toFixed(4)} all ${clusters.f1.toFixed(4)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
