import type { Area, AreaCode } from '#base';

/** Where an address lies, as far as it says: county (six digits) and township (nine). */
export interface AddressPlace {
  readonly county: AreaCode | null;
  readonly township: AreaCode | null;
}

/**
 * Finds the counties and townships of a pack in addresses. A township counts only with its county (written, or given as a code), or where no
 * two counties have one of its name. Suffixes may be short: 江阳 for 江阳区 is taken only directly behind the city's name.
 */
export function placeFinder(
  areas: readonly Area[],
  city: AreaCode,
): (address: string, county: AreaCode | null) => AddressPlace {
  const counties = areas.filter(({ level, parent }) => level === 'county' && parent === city);
  const cityName = areas.find(({ code }) => code === city)?.name.zh ?? '';
  const townships = areas.filter(({ level }) => level === 'township');
  const byCounty = new Map(
    counties.map(({ code }) => [
      code,
      townships
        .filter(({ parent }) => parent === code)
        .map(({ code: own, name }) => [name.zh, own] as const)
        .toSorted(([a], [b]) => b.length - a.length),
    ]),
  );
  const countyOf = (address: string): AreaCode | null =>
    counties.find(({ name }) => address.includes(name.zh))?.code ??
    counties.find(({ name }) => address.includes(cityName + name.zh.slice(0, -1)))?.code ??
    null;
  return (address, given) => {
    const elsewhere = /^(?:[^省]{2,3}省)?([^市县区]{2,4}市)/.exec(address)?.[1];
    if (elsewhere !== undefined && elsewhere !== cityName && countyOf(address) === null)
      return { county: null, township: null };
    const county = countyOf(address) ?? given;
    const candidates = county === null ? [...byCounty.values()].flat() : (byCounty.get(county) ?? []);
    const found = candidates.filter(([name]) => address.includes(name));
    const township =
      county === null && new Set(found.map(([, code]) => code.slice(0, 6))).size > 1 ? undefined : found[0];
    return { county: county ?? township?.[1].slice(0, 6) ?? null, township: township?.[1] ?? null };
  };
}
