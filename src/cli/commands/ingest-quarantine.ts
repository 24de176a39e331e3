import type { QuarantinedRow } from '#datasets';
import { describeReason, readQuarantine } from '#datasets';
import type { Dataset } from '#plan';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption } from '../command.ts';
import { chooseDataset, homeFolder, homeOption } from '../choose-dataset.ts';
import { openPack } from '../open-store.ts';

export const ingestQuarantine: Command = {
  name: 'ingest quarantine',
  summary: { zh: '列出被隔离的行及原因', en: 'rows in quarantine, and why' },
  help: [
    'popplus ingest quarantine DATASET [--full] [--home DIR] [--plan DIR] [--json]',
    '  --full  identity and telephone numbers as written; they are masked otherwise',
    'popplus ingest correct DATASET BATCH LINE COLUMN=VALUE … enters a row again',
  ],
  options: { ...planOption, ...jsonOption, ...homeOption, full: { type: 'boolean' } },
  words: 1,
  run({ options, words, terminal }) {
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    if (words[0] === undefined) throw new UsageError('which dataset?');
    const dataset = chooseDataset(pack, words[0]);
    const rows = readQuarantine(homeFolder(options['home']), dataset.id);
    const shown = options['full'] === true ? rows : rows.map((row) => masked(dataset, row));
    if (options['json'] === true) terminal.out(JSON.stringify(shown, null, 2));
    else
      for (const { batch, line, reasons, raw, text } of shown) {
        const why = reasons.map((reason) => describeReason(dataset, reason, terminal.language)).join('; ');
        const cells = Object.entries(raw ?? {}).flatMap(([column, value]) => (value ? [`${column}=${value}`] : []));
        terminal.out(`${batch} ${line}  ${why}\n    ${text ?? cells.join('  ')}`);
      }
    return EXIT.ok;
  },
};

/** Numbers of persons cut to their first six signs; a line that could not be told into columns is not shown at all. */
function masked(dataset: Dataset, row: QuarantinedRow): QuarantinedRow {
  const secret = new Set(
    dataset.fields.flatMap(({ column, type, holdsNumber }) =>
      type === 'identity-number' || type === 'phone' || holdsNumber ? [column] : [],
    ),
  );
  return {
    ...row,
    ...(row.text === undefined ? {} : { text: '…' }),
    ...(row.raw === undefined
      ? {}
      : {
          raw: Object.fromEntries(
            Object.entries(row.raw).map(([column, value]) => [
              column,
              value && secret.has(column) ? cut(value) : value,
            ]),
          ),
        }),
  };
}

const cut = (value: string): string => value.slice(0, 6).padEnd(value.length, '*');
