import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '#base';
import type { Delivery, IngestResult } from '#datasets';
import { deliveries, ingestDeliveries, openIngester } from '#datasets';
import { home } from '#files';
import type { Pack } from '#plan';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption } from '../command.ts';
import { printProblems } from '../print.ts';
import { progress } from '../progress.ts';
import { readPackOrPrint } from '../read-pack-or-print.ts';

export const ingest: Command = {
  name: 'ingest',
  summary: {
    zh: '接收部门数据文件:检查、规范、入库或隔离',
    en: 'takes files of departments: checks, normalises, lands or quarantines',
  },
  help: [
    'popplus ingest DATASET FILE [--plan DIR] [--json]',
    'popplus ingest FOLDER       every file whose name begins with a dataset, by days (as city make writes them)',
    'The same file twice changes nothing. Rows read are accepted or quarantined, each with its reasons (popplus quarantine).',
    'exit code: 0, 1 a file was refused or the pack has errors, 2 wrong use',
  ],
  options: { ...planOption, ...jsonOption },
  words: 2,
  async run({ options, words, terminal }) {
    const pack = readPackOrPrint(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const files = filesOf(pack, words);
    const ingester = await openIngester(pack, home());
    const bar = progress(terminal, 'ingest');
    const results: (IngestResult & { dataset: string; path: string })[] = [];
    try {
      await ingestDeliveries(ingester, files, ({ dataset, path }, result) => {
        results.push({ dataset: dataset.id, path, ...result });
        bar.at(results.length, files.length);
      });
    } finally {
      bar.end();
      ingester.close();
    }
    if (options['json'] === true) terminal.out(JSON.stringify(results, null, 2));
    else {
      printProblems(
        results.flatMap(({ problems }) => problems),
        terminal,
      );
      for (const { dataset, batch, unchanged } of results)
        if (batch !== undefined)
          terminal.out(
            {
              zh: `${batch.simulated ? '模拟 ' : ''}${dataset} ${batch.id}${unchanged ? '(此前已入库,无变化)' : ''}:读 ${batch.read} = 入库 ${batch.accepted} + 隔离 ${batch.quarantined}`,
              en: `${batch.simulated ? 'simulated ' : ''}${dataset} ${batch.id}${unchanged ? ' (landed before, nothing done)' : ''}: read ${batch.read} = accepted ${batch.accepted} + quarantined ${batch.quarantined}`,
            }[terminal.language],
          );
    }
    return results.every(({ batch }) => batch !== undefined) ? EXIT.ok : EXIT.problems;
  },
};

function filesOf(pack: Pack, words: readonly string[]): readonly Delivery[] {
  const [first, file] = words;
  if (first === undefined) throw new UsageError('a dataset and a file, or a folder');
  if (file === undefined) {
    if (!existsSync(first) || !statSync(first).isDirectory()) throw new UsageError(`no folder ${first}`);
    const found = deliveries(pack, resolve(first));
    if (found.length === 0) throw new UsageError(`no file in ${first} bears the name of a dataset`);
    return found;
  }
  const ids = pack.datasets.map(({ id }) => id);
  const dataset = pack.datasets.find(({ id }) => id === first);
  if (dataset === undefined) {
    const guess = nearest(first, ids);
    throw new UsageError(
      `no dataset ${first}; ${guess === undefined ? `known: ${ids.join(', ')}` : `did you mean ${guess}?`}`,
    );
  }
  if (!existsSync(file)) throw new UsageError(`no file ${file}`);
  return [{ dataset, path: resolve(file) }];
}
