import { parseArgs } from 'node:util';
import type { Command, Terminal } from './command.ts';
import { EXIT, UsageError } from './command.ts';

/** Commands by their words, in the order of the overview; only the one that is called is loaded. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./commands/demo.ts')).demo,
  serve: async () => (await import('./commands/serve.ts')).serve,
  'account add': async () => (await import('./commands/account-add.ts')).accountAdd,
  'account list': async () => (await import('./commands/account-list.ts')).accountList,
  'account disable': async () => (await import('./commands/account-disable.ts')).accountDisable,
  'account password': async () => (await import('./commands/account-password.ts')).accountPassword,
  'city make': async () => (await import('./commands/city-make.ts')).cityMake,
  'plan check': async () => (await import('./commands/plan-check.ts')).planCheck,
  'plan attach': async () => (await import('./commands/plan-attach.ts')).planAttach,
  indicators: async () => (await import('./commands/indicators.ts')).indicators,
  project: async () => (await import('./commands/project.ts')).project,
  solve: async () => (await import('./commands/solve.ts')).solve,
  'back-test': async () => (await import('./commands/back-test.ts')).backTest,
  warn: async () => (await import('./commands/warn.ts')).warn,
  'ingest status': async () => (await import('./commands/ingest-status.ts')).ingestStatus,
  'ingest quarantine': async () => (await import('./commands/ingest-quarantine.ts')).ingestQuarantine,
  'ingest correct': async () => (await import('./commands/ingest-correct.ts')).ingestCorrect,
  ingest: async () => (await import('./commands/ingest.ts')).ingest,
  link: async () => (await import('./commands/link.ts')).link,
  refresh: async () => (await import('./commands/refresh.ts')).refresh,
  'register report': async () => (await import('./commands/register-report.ts')).registerReport,
  'register find': async () => (await import('./commands/register-find.ts')).registerFind,
  'register checklist': async () => (await import('./commands/register-checklist.ts')).registerChecklist,
  'register checked': async () => (await import('./commands/register-checked.ts')).registerChecked,
  'register evaluate': async () => (await import('./commands/register-evaluate.ts')).registerEvaluate,
};

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
  const called = Object.keys(commands).find((name) => name === args.slice(0, name.split(' ').length).join(' '));
  if (called === undefined) return overview(args, terminal);
  const command = await commands[called]!();
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

async function overview(args: readonly string[], terminal: Terminal): Promise<number> {
  const wanted = args[0];
  const asked = wanted === undefined || args.some((word) => word === '--help' || word === '-h');
  if (!asked) terminal.err(`popplus: ${terminal.language === 'zh' ? '没有命令' : 'no command'} ${args.join(' ')}`);
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...all.map(({ name }) => name.length));
  const lines = all.map(({ name, summary }) => `  popplus ${name.padEnd(width)}  ${summary[terminal.language]}`);
  const page = ['人口+ Population Plus', '', ...lines, '', '  popplus COMMAND --help'].join('\n');
  if (asked) terminal.out(page);
  else terminal.err(page);
  return asked ? EXIT.ok : EXIT.usage;
}
