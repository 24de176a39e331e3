import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TableConfig } from '#linkage';
import { readTableConfig } from '#linkage';
import { personModel } from '#register';
import type { LinkageResult } from '#warehouse';
import { duckdbEngine, linkRecords, linkTable, openDatabase } from '#warehouse';
import { chineseRecords } from '../../bench/linkage/chinese-records.ts';
import { chdbEngine } from './chdb-engine.ts';
import { cityNodes } from './city-nodes.ts';

/**
 * `node --import tsx test/engines/run.ts`: the same records, and the clusters of a simulated city, linked on DuckDB and on ClickHouse. Parameters, every kept pair with its weight, and every person must be
 * the same to the last digit. Installs ClickHouse (chdb, 546 MB) in the folder clickhouse when it is not there.
 */
const folder = join(import.meta.dirname, 'clickhouse');
if (!existsSync(join(folder, 'node_modules/chdb'))) {
  const words = ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', words, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) fail('chdb could not be installed');
}

const database = await openDatabase();
const ours = duckdbEngine(database.connection);
const theirs = chdbEngine();

const { cells: drawn, rows } = chineseRecords(600, 20_241_202);
/** The first record of each person is from a source in which a person occurs once. */
const cells = { ...drawn, source: drawn.id.map((id) => (id!.endsWith('-0') ? 'register' : 'other')) };
const config = configOf();
const [one, other] = [await linkTable(ours, config, rows, cells), await linkTable(theirs, config, rows, cells)];
if (JSON.stringify(one.model) !== JSON.stringify(other.model)) fail('the models differ');
compare('simulated records, any table', one.result, other.result);

const { node, population, lists } = await cityNodes();
const replaced = (of: (list: string) => string): string => lists.map((list) => `${of(list)} AS ${list}`).join(', ');
const results = [];
for (const [engine, select] of [
  [
    ours,
    `* REPLACE (${replaced((list) => `list_transform(string_split_regex(nullif(${list}, ''), ','), lambda v: v::BIGINT)`)})`,
  ],
  [
    theirs,
    `* REPLACE (${replaced((list) => `arrayMap(v -> toInt64(v), arrayFilter(v -> v <> '', splitByChar(',', assumeNotNull(${list}))))`)})`,
  ],
] as const) {
  await engine.load('population', population);
  await engine.load('node_as_text', node);
  await engine.run(engine.dialect.createTable('node', `SELECT ${select} FROM node_as_text`));
  const records = node[0]!.values.length;
  results.push(await linkRecords(engine, { model: personModel, table: 'node', records, population: 'population' }));
}
compare('clusters of a simulated city', results[0]!, results[1]!);
database.close();
theirs.close();

/** Ends the run unless two engines gave the same parameters, pairs, weights and persons. */
function compare(what: string, a: LinkageResult, b: LinkageResult): void {
  if (JSON.stringify(a.parameters) !== JSON.stringify(b.parameters)) fail(`${what}: the parameters differ`);
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const differing =
    [...left].filter((pair) => !right.has(pair)).length + [...right].filter((pair) => !left.has(pair)).length;
  const apart = a.cluster.filter((person, no) => person !== b.cluster[no]).length;
  console.log(
    `${what}: ${a.cluster.length} records, ${a.comparedPairs} pairs compared on DuckDB and ClickHouse ${theirs.version}: ` +
      `${left.size} kept pairs, ${differing} differ; ${new Set(a.cluster).size} persons, ${apart} records differ`,
  );
  if (differing + apart > 0 || a.comparedPairs !== b.comparedPairs) fail('the engines decide differently');
}

function configOf(): TableConfig {
  const columns = [
    { name: 'name', kind: 'chinese-name' },
    { name: 'sex', kind: 'category' },
    { name: 'birth', kind: 'date' },
    { name: 'phone', kind: 'phone' },
    { name: 'address', kind: 'address' },
  ];
  return readTableConfig(
    { files: ['simulated'], id: 'id', source: 'source', duplicateFree: ['register'], columns },
    'test',
  ).config!;
}

function pairsOf({ left, right, weight, pattern }: LinkageResult): ReadonlySet<string> {
  return new Set(Array.from(left, (l, index) => `${l} ${right[index]} ${weight[index]} ${pattern[index]}`));
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}
