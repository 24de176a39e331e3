import type { Area, AreaCode } from '#base';
import type { Pack } from './pack.ts';

/** The counties (区县) of the pack's city: the leaves that populations are kept for. */
export const countiesOf = (pack: Pack): readonly Area[] =>
  pack.areas.filter((area) => area.level === 'county' && area.parent === pack.info.city);

/** City first, then its counties: the areas every page lists. */
export const planAreas = (pack: Pack): readonly Area[] => [getArea(pack, pack.info.city), ...countiesOf(pack)];

export const findArea = (pack: Pack, code: AreaCode): Area | undefined => pack.areas.find((area) => area.code === code);

/** The area of a code that is known to exist; throws otherwise. */
export function getArea(pack: Pack, code: AreaCode): Area {
  const area = findArea(pack, code);
  if (area === undefined) throw new Error(`no area ${code}`);
  return area;
}

/** County codes that make up an area: all of them for the city, itself for a county. */
export function countyCodes(pack: Pack, code: AreaCode): readonly AreaCode[] {
  return code === pack.info.city ? countiesOf(pack).map((area) => area.code) : [code];
}
