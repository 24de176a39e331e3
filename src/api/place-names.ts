import { readDivisions } from '#files';
import type { Pack } from '#plan';
import { findArea } from '#plan';

/** Names of counties outside the pack among some texts, by code, with province and city as they are today: `510104` is 四川省成都市锦江区. What is no county has none. */
export function placeNames(pack: Pack, texts: readonly (string | null)[]): Readonly<Record<string, string>> {
  const divisions = readDivisions();
  const year = Number(pack.info.version.slice(0, 4));
  return Object.fromEntries(
    texts
      .filter((text) => text !== null)
      .filter((text) => divisions.knows(text) && findArea(pack, text) === undefined)
      .map((code) => {
        const levels = new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]);
        const names = [...levels].map((level) => divisions.nameAt(level, year) ?? '');
        return [code, names.filter((name) => !BETWEEN.includes(name)).join('')];
      }),
  );
}

/** What stands in codes between a municipality and its districts, and means nothing to a reader. */
const BETWEEN: readonly string[] = ['市辖区', '县'];
