import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Problem } from '#base';
import { evaluateClusters, pairScore, weightAt } from '#linkage';
import type { LinkRequest, LinkedFiles } from '#warehouse';
import { linkFiles } from '#warehouse';
import type { Validation, ValidationCase } from './case.ts';

/** Files with a known truth and the F1 of clustered pairs that they must reach, all with the one configuration made from their columns. */
const benchmarks = [
  { name: 'FEBRL 1', file: 'febrl/dataset1.csv', id: 'rec_id', bound: 0.998 },
  { name: 'FEBRL 2', file: 'febrl/dataset2.csv', id: 'rec_id', bound: 0.998 },
  { name: 'FEBRL 3', file: 'febrl/dataset3.csv', id: 'rec_id', bound: 0.998 },
  { name: 'fake_1000', file: 'splink/fake_1000.csv', id: 'unique_id', truth: 'cluster', bound: 0.9 },
] as const;

/** `npm run validate -- linkage`: links the benchmarks that lie under `linkage/` of a folder. */
export async function validateLinkage(folder: string): Promise<Validation> {
  const cases: ValidationCase[] = [];
  const problems: Problem[] = [];
  for (const { name, file, bound, ...columns } of benchmarks) {
    const path = join(folder, 'linkage', file);
    if (!existsSync(path)) continue;
    const { linked, problems: found } = await linkFiles({ files: [path], ...columns });
    problems.push(...found);
    if (linked === undefined) continue;
    const { f1 } = evaluateClusters(linked.result.cluster, truthOf(linked)!).pairs;
    cases.push({
      name: `linkage ${name}: F1 of clusters`,
      ours: f1,
      theirs: 1,
      error: 1 - f1,
      tolerance: 1 - bound,
      pass: f1 >= bound,
    });
  }
  return { cases, problems };
}

/** `npm run validate -- linkage --file F --id COL [--truth COL] [--config FILE]`: any file; a table of scores where the truth is known. */
export async function linkAnyFile(options: {
  file?: string;
  id?: string;
  truth?: string;
  config?: string;
}): Promise<{ text: string; problems: readonly Problem[] }> {
  const { linked, problems } = await linkFiles(requestOf(options));
  return { text: linked === undefined ? '' : report(linked), problems };
}

function requestOf({ file, id, truth, config }: Parameters<typeof linkAnyFile>[0]): LinkRequest {
  if (config !== undefined) {
    const data = {
      ...(parse(readFileSync(config, 'utf8')) as object),
      ...(file === undefined ? {} : { files: [resolve(file)] }),
    };
    return { config: data, file: config, files: ({ files }) => files.map((name) => resolve(dirname(config), name)) };
  }
  return { files: [resolve(file!)], id: id!, ...(truth === undefined ? {} : { truth }) };
}

/** The person of each record: the column of truth, or the number in ids as FEBRL makes them (`rec-12-org`, `rec-12-dup-0`). */
function truthOf({ config, table }: LinkedFiles): readonly (string | null)[] | undefined {
  if (config.truth !== undefined) return table.cells[config.truth];
  const ids = table.cells[config.id]!;
  return ids.every((id) => /^rec-\d+-(org|dup-\d+)$/.test(id ?? '')) ? ids.map((id) => /\d+/.exec(id!)![0]) : undefined;
}

function report(linked: LinkedFiles): string {
  const { config, table, model, result } = linked;
  const head = [
    `${table.rows} records, ${result.comparedPairs} pairs compared by ${model.blocking.length} rules, ${new Set(result.cluster).size} persons`,
    `columns: ${config.columns.map(({ name, kind }) => `${name} (${kind})`).join(', ')}`,
  ];
  const truth = truthOf(linked);
  if (truth === undefined) return head.join('\n');
  const clusters = evaluateClusters(result.cluster, truth);
  const rows = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99].map((threshold) => {
    const least = weightAt(threshold);
    let found = 0;
    let right = 0;
    result.weight.forEach((weight, pair) => {
      if (weight < least) return;
      found++;
      if (truth[result.left[pair]!] === truth[result.right[pair]!]) right++;
    });
    return [`pairs p >= ${threshold}`, pairScore(right, found, clusters.pairs.truth)] as const;
  });
  const scores = [
    ...rows,
    ['pairs of clusters', clusters.pairs],
    ['whole clusters', clusters.exact],
    ['B-cubed', clusters.bCubed],
  ] as const;
  const lines = scores.map(([name, { precision, recall, f1 }]) =>
    [name.padEnd(20), ...[precision, recall, f1].map((value) => value.toFixed(4))].join('  '),
  );
  return [...head, `${''.padEnd(20)}  precision  recall  F1`, ...lines].join('\n');
}
