import type { DerivedTable, LinkageEngine, LinkageModel, Operand, TableConfig } from '#linkage';
import { candidateKeys, deriveTable, operandSql, planBlocking } from '#linkage';
import type { LinkageInput, LinkageResult } from './link-records.ts';
import { linkRecords } from './link-records.ts';

/** Above this many records the cost of a key is counted on a part of them. */
const COUNTED_RECORDS = 50_000;

/** Links any table by the kinds of its columns: comparisons and blocking are made from the config and the data, nothing by hand. */
export async function linkTable(
  engine: LinkageEngine,
  config: TableConfig,
  rows: number,
  cells: Readonly<Record<string, readonly (string | null)[]>>,
  onProgress?: LinkageInput['onProgress'],
): Promise<{ model: LinkageModel; result: LinkageResult }> {
  const table = deriveTable(config, rows, cells);
  await engine.load('record', table.columns);
  const blocking = planBlocking(rows, await keyCosts(engine, table, rows));
  const model: LinkageModel = {
    comparisons: table.comparisons,
    blocking,
    grades: table.grades,
    thresholds: config.thresholds,
    ...(table.exclusive === undefined ? {} : { exclusive: table.exclusive }),
    ...(table.sources === undefined ? {} : { sources: table.sources }),
  };
  const result = await linkRecords(engine, {
    model,
    table: 'record',
    records: rows,
    values: table.values,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return { model, result };
}

async function keyCosts(engine: LinkageEngine, { keys }: DerivedTable, rows: number) {
  const step = Math.ceil(rows / COUNTED_RECORDS);
  const costs = [];
  for (const key of candidateKeys(keys))
    costs.push({ keys: key, pairs: (await blockCost(engine, key, step)) * step * step });
  return costs;
}

/** Pairs that share a key, among each `step`-th record. */
async function blockCost(engine: LinkageEngine, key: readonly Operand[], step: number): Promise<number> {
  const columns = key.map((operand) => operandSql('t', operand));
  const found = await engine.numbers(
    `SELECT sum(n * (n - 1) / 2) AS pairs FROM (SELECT count(*) AS n FROM record t
     WHERE t.no % ${step} = 0 AND ${columns.map((column) => `${column} IS NOT NULL`).join(' AND ')} GROUP BY ${columns.join(', ')}) q`,
  );
  return found['pairs']![0]! || 0;
}
