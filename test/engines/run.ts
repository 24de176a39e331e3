import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TableConfig } from '#linkage';
import { readTableConfig } from '#linkage';
import { duckdbEngine, linkTable, openDatabase } from '#warehouse';
import { chineseRecords } from '../../bench/linkage/chinese-records.ts';
import { chdbEngine } from './chdb-engine.ts';

/**
 * `node --import tsx test/engines/run.ts`: the same records linked on DuckDB and on ClickHouse. Parameters, every kept pair with its weight, and every person must be
 * the same to the last digit. Installs ClickHouse (chdb, 546 MB) in the folder clickhouse when it is not there.
 */
const folder = join(import.meta.dirname, 'clickhouse');
if (!existsSync(join(folder, 'node_modules/chdb'))) {
  const words = ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', words, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) fail('chdb could not be installed');
}

const { cells: drawn, rows } = chineseRecords(600, 20_241_202);
/** The first record of each person is from a source in which a person occurs once. */
const cells = { ...drawn, source: drawn.id.map((id) => (id!.endsWith('-0') ? 'register' : 'other')) };
const config = configOf();
const database = await openDatabase();
const ours = await linkTable(duckdbEngine(database.connection), config, rows, cells);
database.close();
const clickhouse = chdbEngine();
const theirs = await linkTable(clickhouse, config, rows, cells);
const { version } = clickhouse;
clickhouse.close();

if (JSON.stringify(ours.model) !== JSON.stringify(theirs.model)) fail('the models differ');
if (JSON.stringify(ours.result.parameters) !== JSON.stringify(theirs.result.parameters)) fail('the parameters differ');
const [one, other] = [pairsOf(ours.result), pairsOf(theirs.result)];
const differing =
  [...one].filter((pair) => !other.has(pair)).length + [...other].filter((pair) => !one.has(pair)).length;
const apart = ours.result.cluster.filter((person, no) => person !== theirs.result.cluster[no]).length;
console.log(
  `${rows} records, ${ours.result.comparedPairs} pairs compared by ${ours.model.blocking.length} rules on DuckDB and ClickHouse ${version}: ` +
    `${one.size} kept pairs, ${differing} differ; ${new Set(ours.result.cluster).size} persons, ${apart} records differ`,
);
if (differing + apart > 0 || ours.result.comparedPairs !== theirs.result.comparedPairs)
  fail('the engines decide differently');

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

function pairsOf({ left, right, weight, pattern }: typeof ours.result): ReadonlySet<string> {
  return new Set(Array.from(left, (l, index) => `${l} ${right[index]} ${weight[index]} ${pattern[index]}`));
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}
