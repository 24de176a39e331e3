import { sourceWords } from '#plan';
import type { Terminal } from '../command.ts';
import type { OpenedCity } from './open-city.ts';

/** What was taken because nothing was given, one a line: name, value, source. */
export function printDefaults({ pack, defaults }: OpenedCity, terminal: Terminal): void {
  const { language } = terminal;
  const areas = pack.areas.length - 1;
  terminal.err(
    language === 'zh'
      ? `${pack.info.label.zh}:${areas} 个地区,基期 ${pack.info.years.base} 年。没有给出而采用的缺省值:`
      : `${pack.info.label.en}: ${areas} areas, base year ${pack.info.years.base}. Defaults taken for what is not given:`,
  );
  for (const { id, label, value, unit, source } of defaults) {
    const named = pack.units.find((entry) => entry.id === unit);
    const number =
      value === undefined
        ? ''
        : ` = ${Number(value.toFixed(3))}${named === undefined ? '' : ` ${named.label[language]}`}`;
    terminal.err(`  ${id}${number}  ${label[language]}  [${sourceWords(pack, source, language)}]`);
  }
}
