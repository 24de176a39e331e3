import { correctRow, describeReason, openIngester, readQuarantine } from '#datasets';
import { nearest } from '#base';
import type { Command } from '../command.ts';
import { EXIT, UsageError, planOption } from '../command.ts';
import { chooseDataset, homeFolder, homeOption } from '../choose-dataset.ts';
import { openPack } from '../open-store.ts';

export const ingestCorrect: Command = {
  name: 'ingest correct',
  summary: { zh: '更正一条被隔离的行并重新入库', en: 'corrects a row in quarantine and enters it again' },
  help: [
    'popplus ingest correct DATASET BATCH LINE COLUMN=VALUE … [--home DIR] [--plan DIR]',
    "  COLUMN is the department's column; what is not named stays as it was written",
    'exit code: 0 accepted, 1 still in quarantine, 2 wrong use',
  ],
  options: { ...planOption, ...homeOption },
  words: 60,
  async run({ options, words, terminal }) {
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const [name, batch, line, ...changes] = words;
    if (name === undefined || batch === undefined || line === undefined || changes.length === 0)
      throw new UsageError('DATASET, BATCH, LINE and a COLUMN=VALUE at least');
    const dataset = chooseDataset(pack, name);
    const home = homeFolder(options['home']);
    const row = readQuarantine(home, dataset.id).find(
      (candidate) => candidate.batch === batch && candidate.line === Number(line),
    );
    if (row === undefined) throw new UsageError(`line ${line} of batch ${batch} is not in quarantine`);
    const columns = dataset.fields.map(({ column }) => column);
    const entries = changes.map((change) => {
      const [column = '', ...value] = change.split('=');
      if (!columns.includes(column) || value.length === 0)
        throw new UsageError(
          `${change}: no column of ${dataset.id}; ${nearest(column, columns) ?? columns.join(', ')}?`,
        );
      return [column, value.join('=')] as const;
    });
    const ingester = await openIngester(pack, home);
    try {
      const { batch: landed, reasons } = await correctRow(ingester, home, dataset, row, Object.fromEntries(entries));
      if (landed !== undefined && landed.accepted > 0) {
        terminal.out({ zh: `已入库(批次 ${landed.id})`, en: `accepted (batch ${landed.id})` }[terminal.language]);
        return EXIT.ok;
      }
      const why = reasons.map((reason) => describeReason(dataset, reason, terminal.language));
      terminal.err({ zh: `仍不能入库:${why.join(';')}`, en: `still refused: ${why.join('; ')}` }[terminal.language]);
      return EXIT.problems;
    } finally {
      ingester.close();
    }
  },
};
