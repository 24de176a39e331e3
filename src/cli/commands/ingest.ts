import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Delivery, IngestResult } from '#datasets';
import { deliveries, describeReason, ingestDeliveries, openIngester } from '#datasets';
import type { Dataset } from '#plan';
import type { Command, Terminal } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption } from '../command.ts';
import { chooseDataset, homeFolder, homeOption } from '../choose-dataset.ts';
import { openPack } from '../open-store.ts';
import { problemLine } from '../print.ts';

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
    const seconds = (Date.now() - started) / 1000;
    const totals = totalsOf(results.map(({ result }) => result));
    if (options['json'] === true) terminal.out(JSON.stringify({ ...totals, files: results }, null, 2));
    else terminal.out(summary(totals, seconds, terminal.language));
    return totals.refused > 0 ? EXIT.problems : EXIT.ok;
  },
};

interface Totals {
  readonly landed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
}

/** Files by what became of them, and the rows of those landed now. */
function totalsOf(results: readonly IngestResult[]): Totals {
  const landed = results.filter(({ batch, unchanged }) => batch !== undefined && !unchanged);
  const sum = (of: 'read' | 'accepted' | 'quarantined'): number =>
    landed.reduce((total, { batch }) => total + batch![of], 0);
  return {
    landed: landed.length,
    unchanged: results.filter(({ unchanged }) => unchanged).length,
    refused: results.filter(({ batch }) => batch === undefined).length,
    read: sum('read'),
    accepted: sum('accepted'),
    quarantined: sum('quarantined'),
  };
}

function summary(totals: Totals, seconds: number, language: 'zh' | 'en'): string {
  const { landed, unchanged, refused, read, accepted, quarantined } = totals;
  const waiting = quarantined === 0 ? '' : ' → popplus ingest quarantine DATASET';
  return {
    zh: `入库 ${landed} 个文件,未改动 ${unchanged},拒收 ${refused};读入 ${read} 行 = 接受 ${accepted} + 隔离 ${quarantined};${seconds.toFixed(1)} 秒${waiting}`,
    en: `${landed} files landed, ${unchanged} unchanged, ${refused} refused; read ${read} rows = accepted ${accepted} + quarantined ${quarantined}; ${seconds.toFixed(1)} s${waiting}`,
  }[language];
}

/** Reasons of quarantine that are told of a file; the command `ingest quarantine` has all of them. */
const MOST_REASONS = 3;

/** One line a file; below it why rows wait, and what else was wrong. */
function tell({ dataset, path }: Delivery, result: IngestResult, terminal: Terminal, done: number, of: number): void {
  const { language } = terminal;
  const { batch, unchanged, problems } = result;
  const outcome =
    batch === undefined
      ? { zh: '拒收', en: 'refused' }
      : unchanged
        ? { zh: `已收过(批次 ${batch.id}),未改动`, en: `landed before (batch ${batch.id}), nothing changed` }
        : {
            zh: `读入 ${batch.read} = 接受 ${batch.accepted} + 隔离 ${batch.quarantined}`,
            en: `read ${batch.read} = accepted ${batch.accepted} + quarantined ${batch.quarantined}`,
          };
  terminal.err(`${done}/${of}  ${dataset.label[language]}  ${basename(path)}  ${outcome[language]}`);
  for (const problem of problems)
    terminal.err(
      `    ${problem.code === 'dataset.rows-quarantined' ? why(dataset, String(problem.params['reasons']), language) : problemLine(problem, terminal)}`,
    );
}

/** The most frequent of `FIELD:WHY COUNT, …` in words. */
function why(dataset: Dataset, reasons: string, language: 'zh' | 'en'): string {
  const all = reasons.split(', ');
  const told = all.slice(0, MOST_REASONS).map((entry) => {
    const [reason = '', count = ''] = entry.split(' ');
    return `${describeReason(dataset, reason, language)} ${count}`;
  });
  const more = all.length - told.length;
  if (more > 0) told.push({ zh: `另有 ${more} 种原因`, en: `${more} more reasons` }[language]);
  return told.join(language === 'zh' ? ';' : '; ');
}
