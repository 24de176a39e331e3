import type { LinkageModel, LoadColumn } from '#linkage';
import { addressCodes, chineseNameLevels, dateLevels, evaluateClusters, nameCodes } from '#linkage';
import { duckdbEngine, linkRecords, openDatabase } from '#warehouse';
import { chineseRecords } from './chinese-records.ts';

/**
 * `node --import tsx bench/linkage/scale.ts [HOUSEHOLDS …]`: time and memory of linking simulated records by codes, without any number. Making, coding and loading
 * the records is ingest's work and is told apart.
 */
const NAME_PARTS = ['surname', 'given', 'tone', 'sound', 'fuzzy', 'shape', 'surname_fuzzy', 'given_fuzzy'] as const;

const model: LinkageModel = {
  comparisons: [
    { id: 'name', needs: ['name'], levels: chineseNameLevels('name', (part) => `name_${part}`) },
    { id: 'birth', needs: ['birth'], levels: dateLevels('birth') },
    { id: 'sex', needs: ['sex'], levels: [{ id: 'same', when: { equal: 'sex' } }] },
    { id: 'phone', needs: ['phone'], levels: [{ id: 'same', when: { equal: 'phone' }, frequency: 'phone' }] },
    {
      id: 'address',
      needs: ['place'],
      levels: [
        { id: 'same', when: { all: [{ equal: 'place' }, { equal: 'numbers' }] } },
        { id: 'place', when: { equal: 'place' }, frequency: 'place' },
      ],
    },
  ],
  blocking: [
    { id: 'sound-birth', keys: ['name_fuzzy', 'birth'], limit: 100 },
    { id: 'surname-birth', keys: ['name_surname_fuzzy', 'birth'], refine: ['sex', 'place'], limit: 100 },
    { id: 'given-birth', keys: ['name_given_fuzzy', 'birth'], refine: ['sex', 'place'], limit: 100 },
    { id: 'phone', keys: ['phone'], limit: 100 },
    { id: 'home', keys: ['place', 'numbers', 'sex'], limit: 100 },
  ],
  grades: [],
  thresholds: { review: 0.05, link: 0.5 },
};

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 40_000, 160_000];
for (const households of sizes) {
  const { cells, rows } = chineseRecords(households, 20_241_203);
  const database = await openDatabase();
  const engine = duckdbEngine(database.connection);
  await engine.load('record', columnsOf(cells, rows));
  const start = performance.now();
  let last = start;
  const steps = new Map<string, number>();
  const result = await linkRecords(engine, {
    model,
    table: 'record',
    records: rows,
    onProgress: (step) => {
      const now = performance.now();
      steps.set(step, (steps.get(step) ?? 0) + now - last);
      last = now;
    },
  });
  const seconds = (performance.now() - start) / 1000;
  const { pairs } = evaluateClusters(result.cluster, cells.person);
  const parts = [...steps].map(([step, time]) => `${step} ${(time / 1000).toFixed(1)}`).join(', ');
  console.log(
    `${rows} records: ${seconds.toFixed(1)} s (${parts}), ${result.comparedPairs} pairs, ` +
      `P ${pairs.precision.toFixed(4)} R ${pairs.recall.toFixed(4)}, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
  database.close();
}

function columnsOf(cells: ReturnType<typeof chineseRecords>['cells'], rows: number): readonly LoadColumn[] {
  const codes = cells.name.map(nameCodes);
  const addresses = cells.address.map(addressCodes);
  const text = (name: string, value: (row: number) => string | null): LoadColumn => ({
    name,
    type: 'text',
    values: Array.from({ length: rows }, (_, row) => value(row)),
  });
  return [
    { name: 'no', type: 'integer', values: Array.from({ length: rows }, (_, row) => row) },
    text('name', (row) => codes[row]!.name),
    ...NAME_PARTS.map((part) =>
      text(`name_${part}`, (row) => {
        const all = codes[row]!;
        if (part === 'surname' || part === 'given' || part === 'surname_fuzzy' || part === 'given_fuzzy')
          return all[part];
        return all[`name_${part}`];
      }),
    ),
    text('birth', (row) => cells.birth[row]?.replaceAll('-', '') ?? null),
    text('sex', (row) => cells.sex[row]!),
    text('phone', (row) => cells.phone[row]!),
    text('place', (row) => addresses[row]!.address_place),
    text('numbers', (row) => addresses[row]!.address_numbers),
  ];
}
