import { existsSync, statSync } from 'node:fs';
import type { Delivery, IngestResult } from '#datasets';
import { deliveries, ingestDeliveries, openIngester } from '#datasets';
import type { Command, Terminal } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption } from '../command.ts';
import { chooseDataset, homeFolder, homeOption } from '../choose-dataset.ts';
import { openPack } from '../open-store.ts';
import { printProblems } from '../print.ts';

export const ingest: Command = {
  name: 'ingest',
  summary: { zh: '接收部门数据:检查、规范、入库', en: "takes departments' files: checks, normalises and lands them" },
  help: [
    'popplus ingest DATASET FILE [--home DIR] [--plan DIR] [--json]',
    'popplus ingest FOLDER        every file of a folder named DATASET.*, also in folders named by day',
    'A row that cannot be accepted goes to quarantine (popplus ingest quarantine DATASET); the same file twice changes nothing.',
    'exit code: 0, 1 a file was refused, 2 wrong use',
  ],
  options: { ...planOption, ...jsonOption, ...homeOption },
  words: 2,
  async run({ options, words, terminal }) {
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const path = words.at(-1);
    if (path === undefined) throw new UsageError('which file?');
    if (!existsSync(path)) throw new UsageError(`no file ${path}`);
    const isFolder = statSync(path).isDirectory();
    if (isFolder !== (words.length === 1))
      throw new UsageError(isFolder ? 'a folder is given alone' : 'which dataset is it? popplus ingest DATASET FILE');
    const files: readonly Delivery[] = isFolder
      ? deliveries(pack, path)
      : [{ dataset: chooseDataset(pack, words[0]!), path }];
    if (files.length === 0) throw new UsageError(`no file in ${path} is named after a dataset`);

    const results: { dataset: string; path: string; result: IngestResult }[] = [];
    const ingester = await openIngester(pack, homeFolder(options['home']), { lanes: files.length > 1 ? 2 : 1 });
    const started = Date.now();
    try {
      await ingestDeliveries(ingester, files, (delivery, result) => {
        results.push({ dataset: delivery.dataset.id, path: delivery.path, result });
        if (options['json'] !== true) tell(delivery, result, terminal, results.length, files.length);
      });
    } finally {
      ingester.close();
    }
    const refused = results.filter(({ result }) => result.batch === undefined);
    const sum = (of: 'read' | 'accepted' | 'quarantined'): number =>
      results.reduce((total, { result }) => total + (result.unchanged ? 0 : (result.batch?.[of] ?? 0)), 0);
    const totals = { read: sum('read'), accepted: sum('accepted'), quarantined: sum('quarantined') };
    if (options['json'] === true)
      terminal.out(JSON.stringify({ ...totals, refused: refused.length, files: results }, null, 2));
    else {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      terminal.out(
        {
          zh: `读入 ${totals.read} 行 = 接受 ${totals.accepted} + 隔离 ${totals.quarantined};拒收文件 ${refused.length} 个;${seconds} 秒`,
          en: `read ${totals.read} rows = accepted ${totals.accepted} + quarantined ${totals.quarantined}; ${refused.length} files refused; ${seconds} s`,
        }[terminal.language],
      );
    }
    return refused.length > 0 ? EXIT.problems : EXIT.ok;
  },
};

/** One line a file, its Problems below it. */
function tell({ dataset, path }: Delivery, result: IngestResult, terminal: Terminal, done: number, of: number): void {
  const { batch, unchanged, problems } = result;
  const outcome =
    batch === undefined
      ? { zh: '拒收', en: 'refused' }
      : unchanged
        ? { zh: `已收过(批次 ${batch.id}),未改动`, en: `landed before (batch ${batch.id}), nothing changed` }
        : {
            zh: `批次 ${batch.id}:读入 ${batch.read},接受 ${batch.accepted},隔离 ${batch.quarantined}`,
            en: `batch ${batch.id}: read ${batch.read}, accepted ${batch.accepted}, quarantined ${batch.quarantined}`,
          };
  terminal.err(`${done}/${of}  ${dataset.label[terminal.language]}  ${path}  ${outcome[terminal.language]}`);
  if (problems.length > 0) printProblems(problems, terminal);
}
