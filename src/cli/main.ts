import { parseArgs } from 'node:util';
import type { Command, Terminal } from './command.ts';
import { EXIT, UsageError } from './command.ts';
import { accountAdd } from './commands/account-add.ts';
import { accountDisable } from './commands/account-disable.ts';
import { accountList } from './commands/account-list.ts';
import { accountPassword } from './commands/account-password.ts';
import { backTest } from './commands/back-test.ts';
import { cityMake } from './commands/city-make.ts';
import { demo } from './commands/demo.ts';
import { indicators } from './commands/indicators.ts';
import { ingest } from './commands/ingest.ts';
import { link } from './commands/link.ts';
import { planAttach } from './commands/plan-attach.ts';
import { planCheck } from './commands/plan-check.ts';
import { project } from './commands/project.ts';
import { ingestCorrect } from './commands/ingest-correct.ts';
import { ingestQuarantine } from './commands/ingest-quarantine.ts';
import { ingestStatus } from './commands/ingest-status.ts';
import { refresh } from './commands/refresh.ts';
import { registerEvaluate } from './commands/register-evaluate.ts';
import { registerFind } from './commands/register-find.ts';
import { registerReport } from './commands/register-report.ts';
import { serve } from './commands/serve.ts';
import { solve } from './commands/solve.ts';
import { warn } from './commands/warn.ts';

const commands: readonly Command[] = [
  demo,
  serve,
  accountAdd,
  accountList,
  accountDisable,
  accountPassword,
  cityMake,
  planCheck,
  planAttach,
  indicators,
  project,
  solve,
  backTest,
  warn,
  ingestStatus,
  ingestQuarantine,
  ingestCorrect,
  ingest,
  link,
  refresh,
  registerReport,
  registerFind,
  registerEvaluate,
];

const language = (): 'zh' | 'en' =>
  /^zh/i.test(process.env['POPPLUS_LANG'] ?? process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'zh' : 'en';

const screen: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  live: process.stderr.isTTY ? (text) => process.stderr.write(`\r${text}\u001B[K`) : undefined,
  language: language(),
};

/** Runs one command line; returns the exit code. */
export async function main(args: readonly string[], terminal: Terminal = screen): Promise<number> {
  const command = commands.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '));
  if (command === undefined) return overview(args, terminal);
  try {
    const rest = args.slice(command.name.split(' ').length);
    const { values, positionals } = parseArgs({
      args: withNegativeNumbers(rest),
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values['help'] === true) {
      terminal.out([command.summary[terminal.language], '', ...command.help].join('\n'));
      return EXIT.ok;
    }
    if (positionals.length > command.words) throw new UsageError(`too many arguments: ${positionals.join(' ')}`);
    return await command.run({ options: values, words: positionals, terminal });
  } catch (error) {
    if (
      error instanceof UsageError ||
      (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    ) {
      terminal.err(`popplus ${command.name}: ${error.message.split('\n')[0]}`);
      terminal.err(`popplus ${command.name} --help`);
      return EXIT.usage;
    }
    terminal.err(`popplus ${command.name}: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env['POPPLUS_DEBUG'] !== undefined && error instanceof Error) terminal.err(error.stack ?? '');
    return EXIT.failure;
  }
}

/** `--net-migration -3000` as `--net-migration=-3000`: a number after an option is its value. */
const withNegativeNumbers = (args: readonly string[]): string[] =>
  args.reduce<string[]>((read, word) => {
    const option = read.at(-1);
    if (/^-[\d.]/.test(word) && option !== undefined && /^--[a-z0-9-]+$/.test(option))
      return [...read.slice(0, -1), `${option}=${word}`];
    return [...read, word];
  }, []);

function overview(args: readonly string[], terminal: Terminal): number {
  const wanted = args[0];
  const asked = wanted === undefined || args.some((word) => word === '--help' || word === '-h');
  if (!asked) terminal.err(`popplus: ${terminal.language === 'zh' ? '没有命令' : 'no command'} ${args.join(' ')}`);
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  popplus ${name.padEnd(width)}  ${summary[terminal.language]}`);
  const page = ['人口+ Population Plus', '', ...lines, '', '  popplus COMMAND --help'].join('\n');
  if (asked) terminal.out(page);
  else terminal.err(page);
  return asked ? EXIT.ok : EXIT.usage;
}
