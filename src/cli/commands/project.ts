import { writeWhole } from '#files';
import { figureBook } from '#indicators';
import { prepareBaseline, runScenario } from '#projection';
import { chooseAreas, chooseIndicators, wholeNumber } from '../choose.ts';
import type { Command, CommandInput, Terminal } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption, registerOption, scenarioOption } from '../command.ts';
import { interruption } from '../interruption.ts';
import { packOnRegister } from '../on-register.ts';
import { openStore } from '../open-store.ts';
import { printProblems } from '../print.ts';
import { scenarioOf } from '../project/choose-scenario-file.ts';
import type { OpenedCity } from '../project/open-city.ts';
import { openCity, ownCityOptions, refuseWithoutPopulation } from '../project/open-city.ts';
import { progress } from '../progress.ts';
import { filesOf, outputsOf } from '../project/outputs.ts';
import { fansOf } from '../project/trajectories.ts';
import { printDefaults } from '../project/print-defaults.ts';
import type { Result } from '../project/result.ts';
import { resultJson, resultText } from '../project/result-text.ts';
import { figuresOf, tablesOf } from '../project/result-tables.ts';

/** Seed of trajectories where none is given. */
const DEFAULT_SEED = 1;

/** Indicators shown where none are named. */
const USUAL = [
  'resident-population',
  'births',
  'deaths',
  'net-migration',
  'total-fertility-rate',
  'life-expectancy',
  'share-0-14',
  'share-60-plus',
  'share-65-plus',
  'urbanisation-rate',
];

export const project: Command = {
  name: 'project',
  summary: { zh: '按方案预测人口', en: 'projects the population by a scenario' },
  help: [
    'popplus project [--scenario ID|FILE] [--areas A,B|all] [--until YEAR] [--indicators A,B|all]',
    '                [--trajectories N] [--seed N] [--output FILE]... [--ages] [--register] [--plan DIR] [--json] [--quiet]',
    'popplus project --population FILE [--rates FILE] [--name NAME] [--year YEAR]',
    '                [--tfr N] [--e0 YEARS] [--srb N] [--net-migration PERSONS] …',
    '  --scenario    low, medium, high, zero-migration, constant, plan …; or a file: YAML as in a pack,',
    '                or CSV/XLSX with year and any of TFR, e0, net migration, sex ratio at birth, urban share',
    '  --areas       codes or names; the city when left out',
    '  --until       last year (horizon of the pack; 30 years for a city of your own)',
    '  --indicators  ids or Chinese names',
    '  --trajectories  draws N courses: mean and the bounds of the 80 % and 95 % intervals; 1000 and more are meaningful',
    `  --seed        of the draws (${DEFAULT_SEED}); the same seed gives the same figures on any machine`,
    '  --output      .csv, .xlsx or .parquet; may be given several times. The assumption book comes with it',
    '  --ages        also persons by single age and sex',
    '  --register    starts from the register instead of the last census; published totals of its year and after are not used',
    '  --population  CSV or XLSX of area, sex, age, persons (year, code): a city without a pack',
    '  --rates       CSV or XLSX of area and any of TFR, e0, net migration a year, urban share',
    '  --year        year of the population where its table does not say (2020)',
    '  --tfr …       the city at the base year; the nation is the default, and what is used is printed',
    'exit code: 0, 1 a pack or a file has errors, 2 wrong use, 3 failure, 130 cancelled',
  ],
  options: {
    ...planOption,
    ...jsonOption,
    ...scenarioOption,
    ...ownCityOptions,
    ...registerOption,
    areas: { type: 'string', short: 'a' },
    until: { type: 'string' },
    indicators: { type: 'string', short: 'i' },
    output: { type: 'string', short: 'o', multiple: true },
    ages: { type: 'boolean' },
    trajectories: { type: 'string', short: 't' },
    seed: { type: 'string' },
    quiet: { type: 'boolean', short: 'q' },
  },
  words: 0,
  async run(input) {
    const interrupted = interruption();
    try {
      return await runProject(input, interrupted.signal);
    } catch (error) {
      if (!interrupted.signal.aborted) throw error;
      input.terminal.err(input.terminal.language === 'zh' ? '已取消,未写出文件' : 'cancelled; nothing was written');
      return EXIT.cancelled;
    } finally {
      interrupted.end();
    }
  },
};

async function runProject({ options, terminal }: CommandInput, signal: AbortSignal): Promise<number> {
  refuseWithoutPopulation(options);
  const outputs = outputsOf(options['output']);
  const { language } = terminal;
  const loud = options['quiet'] !== true;
  const city = await cityOf(options, terminal, loud);
  if (city === undefined) return EXIT.problems;
  const result = await resultOf(city, options, terminal, signal);
  if (result === undefined) return EXIT.problems;
  const files = outputs.flatMap((output) => {
    const tables = tablesOf(result, { wide: output.format === 'xlsx', ages: options['ages'] === true }, language);
    return filesOf(output, tables, language, signal);
  });
  const bar = loud ? progress(terminal, language === 'zh' ? '写出' : 'writing') : undefined;
  await writeWhole(files, signal, (done) => bar?.at(done, files.length)).finally(() => bar?.end());
  if (loud) for (const { path } of files) terminal.err(`${language === 'zh' ? '写出' : 'written'} ${path}`);
  if (options['json'] === true) terminal.out(resultJson(result));
  else {
    if (outputs.length === 0) terminal.out(resultText(result));
    if (result.problems.length > 0) printProblems(result.problems, terminal);
  }
  return EXIT.ok;
}

/** Projects and, where asked, draws trajectories; undefined after the Problems of a scenario's file were printed. */
async function resultOf(
  { pack, defaults }: OpenedCity,
  options: CommandInput['options'],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Result | undefined> {
  const baseline = prepareBaseline(pack);
  const until = wholeNumber('until', options['until'], baseline.baseYear + 1, 2100, pack.info.years.horizon);
  const areas = chooseAreas(pack, options['areas']);
  const indicators = chooseIndicators(pack, options['indicators'], USUAL);
  const trajectories = wholeNumber('trajectories', options['trajectories'], 2, 100_000, 0);
  const seed = wholeNumber('seed', options['seed'], 0, 2 ** 31 - 1, DEFAULT_SEED);
  const { scenario, problems: faults } = await scenarioOf(pack, options['scenario']);
  if (faults.length > 0) printProblems(faults, terminal);
  if (scenario === undefined) return undefined;
  const projection = runScenario(baseline, scenario, { until });
  const book = figureBook(baseline, new Map([[scenario.id, projection]]));
  const figures = figuresOf(book, projection, { areas, indicators });
  const result = { baseline, defaults, projection, areas, indicators, figures };
  if (trajectories === 0) return { ...result, problems: projection.problems };
  const bar =
    options['quiet'] === true ? undefined : progress(terminal, terminal.language === 'zh' ? '轨迹' : 'trajectories');
  const tracks = areas.flatMap((area) => indicators.map(({ id }) => ({ area, indicator: id })));
  const job = { scenario, seed, count: trajectories, until };
  const { fans, problems } = await fansOf(pack, tracks, job, signal, (done, total) => bar?.at(done, total)).finally(
    () => bar?.end(),
  );
  return { ...result, drawn: { trajectories, seed, fans }, problems: [...projection.problems, ...problems] };
}

/** The pack's city, or the user's own; undefined after its Problems were printed. */
async function cityOf(
  options: CommandInput['options'],
  terminal: Terminal,
  loud: boolean,
): Promise<OpenedCity | undefined> {
  const store = openStore(options['plan'], terminal);
  if (store === undefined) return undefined;
  if (options['population'] === undefined) {
    const pack = await packOnRegister(store.pack, options, terminal);
    return pack && { pack, defaults: [] };
  }
  if (options['register'] === true) throw new UsageError('--register and --population are two starts: choose one');
  const { city, problems } = await openCity(options, store.pack);
  if (problems.length > 0 && (loud || city === undefined)) printProblems(problems, terminal);
  if (city !== undefined && loud) printDefaults(city, terminal);
  return city;
}
