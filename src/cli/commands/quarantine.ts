import { correctRow, openIngester, readQuarantine } from '#datasets';
import { home } from '#files';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption } from '../command.ts';
import { printProblems, table } from '../print.ts';
import { readPackOrPrint } from '../read-pack-or-print.ts';

/** Rows shown at once. */
const SHOWN = 50;

export const quarantine: Command = {
  name: 'quarantine',
  summary: { zh: '列出被隔离的行,更正后重新入库', en: 'lists rows in quarantine; enters one again, corrected' },
  help: [
    'popplus quarantine DATASET [--plan DIR] [--json]',
    'popplus quarantine DATASET --batch ID --line N --set COLUMN=VALUE [--set …]   corrects a row and enters it again',
    'exit code: 0, 1 the row is still not acceptable or the pack has errors, 2 wrong use',
  ],
  options: {
    ...planOption,
    ...jsonOption,
    batch: { type: 'string' },
    line: { type: 'string' },
    set: { type: 'string', multiple: true },
  },
  words: 1,
  async run({ options, words, terminal }) {
    const pack = readPackOrPrint(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const dataset = pack.datasets.find(({ id }) => id === words[0]);
    if (dataset === undefined) throw new UsageError(`a dataset: ${pack.datasets.map(({ id }) => id).join(', ')}`);
    const rows = readQuarantine(home(), dataset.id);
    const { batch, line, set } = options;
    if (batch === undefined && line === undefined && set === undefined) {
      if (options['json'] === true) terminal.out(JSON.stringify(rows, null, 2));
      else
        terminal.out(
          [
            table([
              ['batch', 'line', 'reasons'],
              ...rows.slice(0, SHOWN).map((row) => [row.batch, row.line, row.reasons.join(' ')]),
            ]),
            ...(rows.length > SHOWN ? [`… ${rows.length}`] : []),
          ].join('\n'),
        );
      return EXIT.ok;
    }
    const row = rows.find((candidate) => candidate.batch === batch && String(candidate.line) === line);
    if (row === undefined) throw new UsageError(`no quarantined line ${String(line)} of batch ${String(batch)}`);
    const changes = changesOf(Array.isArray(set) ? set : [], new Set(dataset.fields.map(({ column }) => column)));
    const ingester = await openIngester(pack, home());
    const result = await correctRow(ingester, home(), dataset, row, changes).finally(() => ingester.close());
    printProblems(result.problems, terminal);
    return result.batch?.accepted === 1 ? EXIT.ok : EXIT.problems;
  },
};

function changesOf(set: readonly string[], columns: ReadonlySet<string>): Record<string, string> {
  if (set.length === 0) throw new UsageError('--set COLUMN=VALUE says what to change');
  return Object.fromEntries(
    set.map((entry) => {
      const at = entry.indexOf('=');
      const column = entry.slice(0, at);
      if (at < 1 || !columns.has(column)) throw new UsageError(`--set ${entry}: no column ${column}`);
      return [column, entry.slice(at + 1)];
    }),
  );
}
