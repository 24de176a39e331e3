import { resolve } from 'node:path';
import { isCalendarDate } from '#base';
import { FIRST_LOAD, OtherCityError, cityNeeds, makeCity } from '#city';
import { home, readPack } from '#files';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption } from '../command.ts';
import { wholeNumber } from '../choose.ts';
import { packFolder } from '../open-store.ts';
import { printProblems } from '../print.ts';

export const cityMake: Command = {
  name: 'city make',
  summary: { zh: '模拟一座城市及其各部门的数据', en: "simulates a city and its departments' feeds" },
  help: [
    'popplus city make [--scale 1:N] [--seed N] [--out DIR] [--truth DIR] [--until YYYY-MM] [--day YYYY-MM-DD] [--plan DIR] [--json]',
    '  --scale  1:20 (about 310,000 persons ever); 1:1 is the whole city',
    `  --until  last month of refreshes after the first load of ${FIRST_LOAD} (2025-12; 2024-12: the load alone)`,
    '  --day    the feeds of one day in 2025 instead',
    '  --out    folder of the feeds (.popplus/city/feeds); --truth  folder of the truth (.popplus/city/truth)',
    'Run again, it goes on where it was stopped. Everything in it is simulated.',
    'exit code: 0, 1 the pack has errors or lacks what a city needs, 2 wrong use',
  ],
  options: {
    ...planOption,
    ...jsonOption,
    scale: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string', short: 'o' },
    truth: { type: 'string' },
    until: { type: 'string' },
    day: { type: 'string' },
  },
  words: 0,
  async run({ options, terminal }) {
    const { pack, problems } = readPack(packFolder(options['plan']));
    if (pack === undefined) {
      printProblems(problems, terminal);
      return EXIT.problems;
    }
    const needs = cityNeeds(pack);
    if (needs.length > 0) {
      terminal.err({ zh: '规划包还缺:', en: 'the pack still lacks:' }[terminal.language]);
      for (const need of needs) terminal.err(`  ${need[terminal.language]}`);
      return EXIT.problems;
    }
    const out = resolve(typeof options['out'] === 'string' ? options['out'] : resolve(home(), 'city/feeds'));
    const truth = resolve(typeof options['truth'] === 'string' ? options['truth'] : resolve(home(), 'city/truth'));
    if (`${out}/`.startsWith(`${truth}/`) || `${truth}/`.startsWith(`${out}/`))
      throw new UsageError('the truth must not lie in the folder of the feeds, nor they in it');
    const day = typed('day', options['day'], /^2025-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
    if (day !== undefined && !isCalendarDate(day)) throw new UsageError(`--day: ${day} is no day of the calendar`);
    const started = Date.now();
    const { files } = await makeCity({
      pack,
      scale: scaleOf(options['scale']),
      seed: wholeNumber('seed', options['seed'], 0, 2_147_483_647, 1),
      out,
      truth,
      until: typed('until', options['until'], /^(2024-12|2025-(0[1-9]|1[0-2]))$/) ?? '2025-12',
      ...(day === undefined ? {} : { day }),
      progress: ({ step, label, done, of }) => terminal.err(`${seconds(started)} s  ${step} ${label} ${done}/${of}`),
    }).catch((error: unknown) => {
      if (error instanceof OtherCityError)
        throw new UsageError(
          `${out} holds another city (scale, seed or pack differ): name another folder or remove it`,
        );
      throw error;
    });
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    terminal.out(
      options['json'] === true
        ? JSON.stringify({ simulated: true, out, truth, files: files.length, rows }, null, 2)
        : `模拟 simulated: ${rows} rows, ${files.length} files in ${out}; truth in ${truth}; ${seconds(started)} s`,
    );
    return EXIT.ok;
  },
};

const seconds = (started: number): string => ((Date.now() - started) / 1000).toFixed(1);

/** `1:20` as 0.05. */
function scaleOf(option: unknown): number {
  if (option === undefined) return 1 / 20;
  const match = typeof option === 'string' ? /^1:(\d{1,4})$/.exec(option) : null;
  const parts = Number(match?.[1] ?? 0);
  if (parts < 1) throw new UsageError('--scale is written 1:20, 1:1 …');
  return 1 / parts;
}

function typed(name: string, option: unknown, form: RegExp): string | undefined {
  if (option === undefined) return undefined;
  if (typeof option === 'string' && form.test(option)) return option;
  throw new UsageError(`--${name} cannot be that; see --help`);
}
