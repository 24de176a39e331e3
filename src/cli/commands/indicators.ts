import type { Figure } from '#base';
import { isMissing } from '#base';
import type { Command } from '../command.ts';
import { EXIT, jsonOption, planOption, registerOption, scenarioOption } from '../command.ts';
import { chooseArea, chooseIndicator, chooseScenario } from '../choose.ts';
import { bookOnRegister } from '../on-register.ts';
import { openStore } from '../open-store.ts';
import { table } from '../print.ts';

export const indicators: Command = {
  name: 'indicators',
  summary: { zh: '列出指标数值及口径、来源', en: 'lists figures with basis, status and source' },
  help: [
    'popplus indicators [INDICATOR] [--area CODE|NAME] [--scenario ID] [--register] [--plan DIR] [--json]',
    '  without INDICATOR: the latest figure of each; with it: all its years',
    '  --scenario  adds projected years (with INDICATOR)',
    '  --register  on the register instead of the last census; what it does not know is missing',
    'exit code: 0, 1 the pack has errors, 2 wrong use',
  ],
  options: { ...planOption, ...jsonOption, ...scenarioOption, ...registerOption, area: { type: 'string', short: 'a' } },
  words: 1,
  async run({ options, words, terminal }) {
    const store = openStore(options['plan'], terminal);
    if (store === undefined) return EXIT.problems;
    const book = await bookOnRegister(store.book, options, terminal);
    if (book === undefined) return EXIT.problems;
    const { pack } = book.baseline;
    const area = chooseArea(store.pack, options['area']);
    const figures: Figure[] = [];
    if (words[0] === undefined) {
      for (const { id } of pack.indicators) figures.push(...book.actualSeries(id, area).slice(-1));
    } else {
      const { id } = chooseIndicator(store.pack, words[0]);
      figures.push(...book.actualSeries(id, area));
      if (options['scenario'] !== undefined)
        figures.push(
          ...book
            .projectedSeries(id, area, chooseScenario(store.pack, options['scenario']).id)
            .filter((figure) => figure.scenario !== undefined),
        );
    }
    if (options['json'] === true) terminal.out(JSON.stringify(figures, null, 2));
    else
      terminal.out(
        table([
          ['indicator', 'year', 'value', 'unit', 'basis', 'status', 'source'],
          ...figures.map((figure) => [
            figure.indicator,
            figure.year,
            isMissing(figure.value) ? figure.value.missing : Math.round(figure.value * 1000) / 1000,
            figure.unit,
            figure.basis,
            figure.status,
            'doc' in figure.source
              ? `${figure.source.doc}${figure.source.section === undefined ? '' : ` ${figure.source.section}`}`
              : '-',
          ]),
        ]),
      );
    return EXIT.ok;
  },
};
