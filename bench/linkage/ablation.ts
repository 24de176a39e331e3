import type { KindId } from '#linkage';
import { evaluateClusters, readTableConfig } from '#linkage';
import { duckdbEngine, linkTable, openDatabase } from '#warehouse';
import { chineseRecords } from './chinese-records.ts';

/** `node --import tsx bench/linkage/ablation.ts`: what Chinese name codes are worth. Simulated records without numbers; the name compared in three ways, all else alike. */
const ways: readonly (readonly [string, KindId])[] = [
  ['codes of sound and shape', 'chinese-name'],
  ['Jaro-Winkler and edits, by character', 'latin-name'],
  ['equality only', 'category'],
];

const { cells, rows } = chineseRecords(1000, 20_241_201);
console.log(`${rows} simulated records of ${new Set(cells.person).size} persons`);
for (const [label, kind] of ways) {
  const { config } = readTableConfig(
    {
      files: ['simulated'],
      id: 'id',
      columns: [
        { name: 'name', kind },
        { name: 'sex', kind: 'category' },
        { name: 'birth', kind: 'date' },
        { name: 'phone', kind: 'phone' },
        { name: 'address', kind: 'address' },
      ],
    },
    'bench',
  );
  const database = await openDatabase();
  const { result } = await linkTable(duckdbEngine(database.connection), config!, rows, cells);
  database.close();
  const { pairs, bCubed } = evaluateClusters(result.cluster, cells.person);
  const [wrong, missed] = [pairs.found - pairs.right, pairs.truth - pairs.right];
  const figures = [pairs.precision, pairs.recall, pairs.f1, bCubed.f1].map((value) => value.toFixed(5)).join('  ');
  console.log(`${label.padEnd(38)} P R F1 B3  ${figures}  wrong ${wrong} missed ${missed}`);
}
