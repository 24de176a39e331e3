import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { explainPair } from '#linkage';
import type { LinkRequest, LinkedFiles } from '#warehouse';
import { linkFiles } from '#warehouse';
import { csvCell } from '../project/outputs.ts';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption } from '../command.ts';
import { printProblems, table } from '../print.ts';
import { progress } from '../progress.ts';

export const link: Command = {
  name: 'link',
  summary: { zh: '在任意表中找出同一个人的记录', en: 'finds the records of one person in any table' },
  help: [
    'popplus link --config FILE [--out FILE] [--review FILE] [--json]',
    'popplus link TABLE --id COLUMN [--out FILE] [--review FILE] [--json]    kinds of columns guessed',
    '  --config  YAML or JSON: files, id, columns with their kinds, thresholds (docs/methods/linkage.md)',
    '  TABLE     CSV (UTF-8 or GB18030) or Parquet',
    '  --out     CSV of each record and its person',
    '  --review  CSV of doubtful pairs with the evidence, for a clerk',
    'exit code: 0 linked, 1 the config does not fit the files, 2 wrong use',
  ],
  options: {
    ...jsonOption,
    config: { type: 'string' },
    id: { type: 'string' },
    out: { type: 'string', short: 'o' },
    review: { type: 'string' },
  },
  words: 1,
  async run({ options, words, terminal }) {
    const bar = progress(terminal, 'link');
    const { linked, problems } = await linkFiles(requestOf(words[0], options), (_, done, of) =>
      bar.at(done, of),
    ).finally(() => bar.end());
    if (problems.length > 0) printProblems(problems, terminal);
    if (linked === undefined) return EXIT.problems;
    const out = options['out'] ?? linked.config.output;
    if (typeof out === 'string') writeFileSync(out, personsCsv(linked));
    if (typeof options['review'] === 'string') writeFileSync(options['review'], reviewCsv(linked));
    terminal.out(options['json'] === true ? JSON.stringify(summary(linked), null, 2) : text(linked));
    return EXIT.ok;
  },
};

function requestOf(file: string | undefined, { config, id }: Readonly<Record<string, unknown>>): LinkRequest {
  if (typeof config === 'string') {
    if (!existsSync(config)) throw new UsageError(`no file ${config}`);
    const from = (name: string): string => existing(resolve(dirname(config), name));
    return { config: parse(readFileSync(config, 'utf8')), file: config, files: ({ files }) => files.map(from) };
  }
  if (file === undefined || typeof id !== 'string')
    throw new UsageError('give --config FILE, or TABLE and --id COLUMN');
  return { files: [existing(file)], id };
}

function existing(file: string): string {
  if (!existsSync(file)) throw new UsageError(`no file ${file}`);
  return file;
}

/** Each record's id and that of the first record of its person. */
function personsCsv({ config, table, result }: LinkedFiles): string {
  const ids = table.cells[config.id]!;
  return csv([['record', 'person'], ...ids.map((id, no) => [id ?? '', ids[result.cluster[no]!] ?? ''])]);
}

function reviewCsv({ config, table, model, result }: LinkedFiles): string {
  const ids = table.cells[config.id]!;
  const rows = result.doubtful.map((pair) => {
    const { probability, steps } = explainPair(model, result.parameters, result.pattern[pair]!);
    const evidence = steps.map(({ comparison, level, bits }) => `${comparison} ${level} ${bits.toFixed(1)}`).join('; ');
    return [ids[result.left[pair]!] ?? '', ids[result.right[pair]!] ?? '', probability.toFixed(4), evidence];
  });
  return csv([['left', 'right', 'probability', 'evidence (bits)'], ...rows]);
}

/** A table with CRLF line ends and a byte order mark, as spreadsheets of every maker take it. */
const csv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;

function summary({ table, model, result }: LinkedFiles) {
  return {
    records: table.rows,
    persons: new Set(result.cluster).size,
    comparedPairs: result.comparedPairs,
    doubtfulPairs: result.doubtful.length,
    refusedPairs: result.refused.length,
    rules: result.rules,
    parameters: result.parameters,
    model,
  };
}

function text(linked: LinkedFiles): string {
  const { records, persons, comparedPairs, doubtfulPairs, refusedPairs, rules } = summary(linked);
  const { model, result, config } = linked;
  const levels = model.comparisons.flatMap(({ id, levels: named }, index) =>
    [...named.map((level) => level.id), 'other'].map((level, place) => {
      const { m, u } = result.parameters.comparisons[index]!;
      const kind = config.columns.find(({ name }) => name === id)?.kind ?? '';
      return [place === 0 ? `${id} (${kind})` : '', level, m[place + 1]!.toFixed(4), u[place + 1]!.toExponential(1)];
    }),
  );
  const skipped = rules.filter((rule) => rule.skipped > 0).map((rule) => `${rule.id}: ${rule.skipped}`);
  return [
    `${records} records, ${persons} persons; ${comparedPairs} pairs compared by ${rules.length} rules; ${doubtfulPairs} pairs for a clerk, ${refusedPairs} refused`,
    ...(skipped.length === 0 ? [] : [`records in blocks too large to compare: ${skipped.join(', ')}`]),
    '',
    table([['comparison', 'level', 'of matches', 'of others'], ...levels]),
  ].join('\n');
}
