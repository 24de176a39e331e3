import { resolve } from 'node:path';
import { home } from '#files';
import type { Score } from '#register';
import { evaluateRegister } from '#register';
import type { Command } from '../command.ts';
import { EXIT, jsonOption, planOption } from '../command.ts';
import { openPack } from '../open-store.ts';

export const registerEvaluate: Command = {
  name: 'register evaluate',
  summary: { zh: '用模拟城市的真值检验人口库', en: 'measures the register against the truth of a simulated city' },
  help: [
    'popplus register evaluate [--feeds DIR] [--truth DIR] [--plan DIR] [--json]',
    '  --feeds, --truth  folders of city make (.popplus/city/feeds, .popplus/city/truth)',
    'The truth is read here only. exit code: 0, 1 the pack has errors, 2 wrong use, 3 no register or no city there',
  ],
  options: { ...planOption, ...jsonOption, feeds: { type: 'string' }, truth: { type: 'string' } },
  words: 0,
  async run({ options, terminal }) {
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const folder = (name: 'feeds' | 'truth'): string =>
      resolve(typeof options[name] === 'string' ? options[name] : resolve(home(), 'city', name));
    const evaluation = await evaluateRegister(home(), pack, folder('feeds'), folder('truth'));
    const { version, pairs, clusters, ownClusters, groups, automatic, identifiers, residents, ...rest } = evaluation;
    if (options['json'] === true) {
      terminal.out(
        JSON.stringify(
          {
            version: version.version,
            simulated: version.simulated,
            pairs,
            clusters,
            groups,
            automatic,
            identifiers,
            residents,
            ...rest,
          },
          null,
          2,
        ),
      );
      return EXIT.ok;
    }
    terminal.out(`模拟 simulated · version ${version.version} · ${version.known} · ${rest.records} records`);
    terminal.out(line('pairs', pairs));
    terminal.out(line('clusters', clusters));
    terminal.out(line('clusters, own rows', ownClusters));
    terminal.out(`decided without a clerk  ${(100 * automatic).toFixed(3)} %`);
    for (const group of groups) terminal.out(line(group.part, group));
    for (const { version: number, day, created, merged, split, untouched, kept } of identifiers)
      terminal.out(
        `version ${number} ${day}`.padEnd(24) +
          ` created ${created}  merged ${merged}  split ${split}${untouched === undefined ? '' : `  untouched ${untouched}, of these kept ${kept}`}`,
      );
    for (const { area, counted, low, high, truth } of residents)
      terminal.out(
        `${area.padEnd(24)} residents ${counted.toFixed(0)} (${low.toFixed(0)}-${high.toFixed(0)})  truth ${truth}  error ${((100 * (counted - truth)) / truth).toFixed(2)} %`,
      );
    return EXIT.ok;
  },
};

const line = (name: string, { precision, recall, f1, wrong, missed }: Score): string =>
  `${name.padEnd(24)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${f1.toFixed(5)}  wrong ${wrong}  missed ${missed}`;

const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;
