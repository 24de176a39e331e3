import type { Area, AreaCode } from '#base';
import type { PopulationRow } from '../tables/population-rows.ts';

/** A city and its areas, with a code for each. */
export interface OwnAreas {
  readonly city: Area;
  readonly areas: readonly Area[];
  /** Code by name and by code as written. */
  readonly codes: ReadonlyMap<string, AreaCode>;
}

/**
 * The areas of a population table in the order in which they first stand. An area keeps the six digits it has; one without
 * gets `000001` and so on. The city takes the digits that all areas share, filled with zeros.
 */
export function ownAreas(rows: readonly PopulationRow[], cityName: string): OwnAreas {
  const given = new Map<string, string | undefined>();
  for (const { area, code } of rows) given.set(area, given.get(area) ?? code);
  const taken = new Set([...given.values()].filter((code) => code !== undefined));
  let next = 0;
  const free = (): AreaCode => {
    let code: AreaCode;
    do code = String(++next).padStart(6, '0');
    while (taken.has(code));
    return code;
  };
  const counties = [...given].map(([name, code]) => ({ code: code ?? free(), name }));
  const city = cityCode(counties.map(({ code }) => code));
  return {
    city: { code: city, name: { zh: cityName, en: cityName }, level: 'city' },
    areas: counties.map(({ code, name }) => ({ code, name: { zh: name, en: name }, level: 'county', parent: city })),
    codes: new Map(counties.flatMap(({ code, name }) => [[name, code] as const, [code, code] as const])),
  };
}

function cityCode(codes: readonly AreaCode[]): AreaCode {
  for (const digits of [4, 2, 0]) {
    const start = codes[0]!.slice(0, digits);
    const code = start.padEnd(6, '0');
    if (codes.every((other) => other.startsWith(start)) && !codes.includes(code)) return code;
  }
  let free = 999_999;
  while (codes.includes(String(free))) free--;
  return String(free);
}
