import { resolve } from 'node:path';
import { home } from '#files';
import { HOUSEHOLD_TYPES } from '#base';
import type { CountedCounty, Evaluation, HouseholdEvaluation, IdentifierChanges, Score } from '#register';
import { evaluateAnew, evaluateRegister } from '#register';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption } from '../command.ts';
import { openPack } from '../open-store.ts';

export const registerEvaluate: Command = {
  name: 'register evaluate',
  summary: { zh: '用模拟城市的真值检验人口库', en: 'measures the register against the truth of a simulated city' },
  help: [
    'popplus register evaluate [--months] [--asked N] [--without-numbers] [--feeds DIR] [--truth DIR] [--plan DIR] [--json]',
    '  --months           makes the register anew in a folder of its own, delivery by delivery, and measures each refresh',
    '  --asked N          makes it anew, draws N people, has the truth answer for them (one in ten not, one in a hundred wrongly), and heeds it',
    '  --without-numbers  makes it anew with every identity number hidden: an experiment',
    '  --feeds, --truth   folders of city make (.popplus/city/feeds, .popplus/city/truth)',
    'Without these the register in force is measured; it is never changed. The truth is read here only.',
    'exit code: 0, 1 the pack has errors, 2 wrong use, 3 no register or no city there',
  ],
  options: {
    ...planOption,
    ...jsonOption,
    months: { type: 'boolean' },
    asked: { type: 'string' },
    'without-numbers': { type: 'boolean' },
    feeds: { type: 'string' },
    truth: { type: 'string' },
  },
  words: 0,
  async run({ options, terminal }) {
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const folder = (name: 'feeds' | 'truth'): string =>
      resolve(typeof options[name] === 'string' ? options[name] : resolve(home(), 'city', name));
    const [feeds, truth] = [folder('feeds'), folder('truth')];
    const months = options['months'] === true;
    const withoutNumbers = options['without-numbers'] === true;
    const asked = Number(options['asked'] ?? 0);
    if (!Number.isInteger(asked) || asked < 0) throw new UsageError('--asked is a number of people');
    const found: Evaluation[] = [];
    if (months || withoutNumbers || asked > 0) {
      const started = Date.now();
      const onStep = (step: string, day: string): void =>
        terminal.err(`${((Date.now() - started) / 1000).toFixed(1)} s  ${day}  ${step}`);
      for await (const evaluation of evaluateAnew(home(), pack, feeds, truth, {
        months,
        withoutNumbers,
        asked,
        onStep,
      })) {
        found.push(evaluation);
        if ((months || asked > 0) && options['json'] !== true) terminal.out(monthLine(evaluation));
      }
    } else found.push(await evaluateRegister(home(), pack, feeds, truth));
    const last = found.at(-1);
    if (options['json'] === true)
      terminal.out(JSON.stringify(months || asked > 0 ? found.map(plain) : last && plain(last), null, 2));
    else if (last !== undefined) {
      if (withoutNumbers) terminal.out('every identity number hidden');
      for (const text of report(last)) terminal.out(text);
    }
    return EXIT.ok;
  },
};

/** An evaluation without the parameters and pairs that its version holds. */
const plain = ({ version, ...rest }: Evaluation): object => ({
  version: version.version,
  known: version.known,
  simulated: version.simulated,
  ...rest,
});

/** A refresh in one line. */
function monthLine({ version, pairs, ownClusters, identifiers, residents }: Evaluation): string {
  const errors = residents.map(({ counted, truth }) => counted / truth - 1);
  const city = cityOf(residents);
  return (
    `${version.known}${version.checked.people === 0 ? '' : `, ${version.checked.people} people asked`}  pairs ${percent(pairs.precision)} / ${percent(pairs.recall)}  own clusters F1 ${ownClusters.f1.toFixed(4)}` +
    `  residents ${signed(city.counted / city.truth - 1)}, counties ${signed(Math.min(...errors))} to ${signed(Math.max(...errors))}, ` +
    `truth in ${residents.filter(holds).length} of ${residents.length} intervals` +
    `  ${changesText(identifiers.at(-1)!)}`
  );
}

function* report(evaluation: Evaluation): Generator<string> {
  const { version, records, groups, automatic, identifiers, residents, ages, households } = evaluation;
  const { pairs, ownPairs, clusters, ownClusters, tellableClusters } = evaluation;
  yield `模拟 simulated · version ${version.version} · ${version.known} · ${records} records`;
  yield line('pairs', pairs);
  yield line('pairs, own rows', ownPairs);
  yield line('clusters', clusters);
  yield line('clusters, own rows', ownClusters);
  yield line('clusters, tellable', tellableClusters);
  yield `decided without a clerk  ${percent(automatic)}`;
  for (const group of groups) yield line(group.part, group);
  for (const changes of identifiers)
    yield `${`version ${changes.version} ${changes.day}`.padEnd(24)} ${changesText(changes)}`;
  for (const county of residents) {
    const { area, low, high } = county;
    yield `${residentText(area, county)}  95 % ${low.toFixed(0)}-${high.toFixed(0)}${holds(county) ? '' : ' without the truth'}`;
  }
  yield residentText('city', cityOf(residents));
  for (const group of ages) yield residentText(`age ${group.ages}`, group);
  if (households !== undefined) yield* householdLines(households);
}

const holds = ({ low, high, truth }: CountedCounty): boolean => low <= truth && truth <= high;

const cityOf = (residents: readonly CountedCounty[]): { counted: number; truth: number } => ({
  counted: residents.reduce((sum, { counted }) => sum + counted, 0),
  truth: residents.reduce((sum, { truth }) => sum + truth, 0),
});

const residentText = (name: string, { counted, truth }: { counted: number; truth: number }): string =>
  `${name.padEnd(24)} residents ${counted.toFixed(0)}  truth ${truth}  error ${truth === 0 ? '-' : signed(counted / truth - 1)}`;

const changesText = ({ created, merged, split, untouched, kept }: IdentifierChanges): string =>
  `created ${created}  merged ${merged}  split ${split}${untouched === undefined ? '' : `  untouched ${untouched}, of these kept ${kept}`}`;

function* householdLines({ types, persons, meanSize }: HouseholdEvaluation): Generator<string> {
  const right = (of: typeof persons): number => sum(of.map((row) => row.right));
  const all = (of: typeof persons): number => sum(of.map((row) => row.people));
  yield `${'households'.padEnd(24)} mean size ${meanSize.counted.toFixed(3)}  truth ${meanSize.truth.toFixed(3)}  people whose type is right ${percent(right(persons) / all(persons))}`;
  for (const type of HOUSEHOLD_TYPES) {
    const of = types.filter((row) => row.type === type);
    const [counted, truth] = [sum(of.map((row) => row.counted)), sum(of.map((row) => row.truth))];
    const people = persons.filter((row) => row.type === type);
    yield `${type.padEnd(24)} ${counted.toFixed(0)}  truth ${truth}  error ${((100 * (counted - truth)) / truth).toFixed(1)} %  people right ${percent(right(people) / all(people))}`;
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const line = (name: string, { precision, recall, f1, wrong, missed }: Score): string =>
  `${name.padEnd(24)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${f1.toFixed(5)}  wrong ${wrong}  missed ${missed}`;

const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;

const signed = (share: number): string => `${share < 0 ? '' : '+'}${(100 * share).toFixed(2)} %`;
