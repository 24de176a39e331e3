import type { Batch } from '#datasets';
import { readBatches, readQuarantine } from '#datasets';
import type { Dataset } from '#plan';
import type { Command } from '../command.ts';
import { EXIT, jsonOption, planOption } from '../command.ts';
import { chooseDataset, homeFolder, homeOption } from '../choose-dataset.ts';
import { openPack } from '../open-store.ts';
import { table } from '../print.ts';

export const ingestStatus: Command = {
  name: 'ingest status',
  summary: { zh: '各数据集的批次、时效与质量', en: 'batches, freshness and quality of datasets' },
  help: [
    'popplus ingest status [DATASET] [--home DIR] [--plan DIR] [--json]',
    'all datasets with their counts; of one dataset its batches and, for the last, each field: filled, readable, different values',
  ],
  options: { ...planOption, ...jsonOption, ...homeOption },
  words: 1,
  run({ options, words, terminal }) {
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const home = homeFolder(options['home']);
    const dataset = words[0] === undefined ? undefined : chooseDataset(pack, words[0]);
    const data =
      dataset === undefined ? pack.datasets.map((each) => standing(each, home)) : readBatches(home, dataset.id);
    if (options['json'] === true) terminal.out(JSON.stringify(data, null, 2));
    else if (dataset === undefined)
      terminal.out(standingTable(data as readonly Standing[], pack.datasets, terminal.language));
    else terminal.out(batchTables(dataset, data as readonly Batch[], terminal.language));
    return EXIT.ok;
  },
};

interface Standing {
  readonly dataset: string;
  readonly batches: number;
  readonly read: number;
  readonly accepted: number;
  readonly inQuarantine: number;
  readonly knownUntil: string | null;
}

function standing({ id }: Dataset, home: string): Standing {
  const batches = readBatches(home, id);
  const days = batches.flatMap(({ knownUntil }) => (knownUntil === null ? [] : [knownUntil]));
  return {
    dataset: id,
    batches: batches.length,
    read: batches.reduce((sum, { read }) => sum + read, 0),
    accepted: batches.reduce((sum, { accepted }) => sum + accepted, 0),
    inQuarantine: readQuarantine(home, id).length,
    knownUntil: days.toSorted().at(-1) ?? null,
  };
}

const standingTable = (rows: readonly Standing[], datasets: readonly Dataset[], language: 'zh' | 'en'): string =>
  table([
    {
      zh: ['数据集', '名称', '批次', '读入', '接受', '待更正', '截至'],
      en: ['dataset', 'name', 'batches', 'read', 'accepted', 'in quarantine', 'known until'],
    }[language],
    ...rows.map((row, index) => [
      row.dataset,
      datasets[index]!.label[language],
      row.batches,
      row.read,
      row.accepted,
      row.inQuarantine,
      row.knownUntil ?? '',
    ]),
  ]);

function batchTables(dataset: Dataset, batches: readonly Batch[], language: 'zh' | 'en'): string {
  const last = batches.at(-1);
  const listed = table([
    {
      zh: ['批次', '文件', '入库时间', '读入', '接受', '隔离', '截至'],
      en: ['batch', 'file', 'landed', 'read', 'accepted', 'quarantined', 'known until'],
    }[language],
    ...batches.map(({ id, file, landed, read, accepted, quarantined, knownUntil }) => [
      id,
      file,
      landed,
      read,
      accepted,
      quarantined,
      knownUntil ?? '',
    ]),
  ]);
  if (last === undefined) return listed;
  const quality = table([
    { zh: ['列', '已填', '可读', '不同值'], en: ['column', 'filled', 'readable', 'different values'] }[language],
    ...last.quality.map(({ field, filled, faulty, distinct }) => [
      dataset.fields.find(({ id }) => id === field)?.column ?? field,
      share(filled, last.read),
      share(filled - faulty, filled),
      distinct,
    ]),
  ]);
  return `${listed}\n\n${quality}`;
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)}%`);
