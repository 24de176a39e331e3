import type { Area, AreaCode, Problem } from '#base';
import type { TextFile } from './yaml-file.ts';

const FILE = 'map.geojson';

/** The map, where a pack has one: readable, and each county in it once. */
export function checkMap(
  files: readonly TextFile[],
  areas: readonly Area[] | undefined,
  city: AreaCode | undefined,
): Problem[] {
  const file = files.find(({ path }) => path === FILE);
  if (file === undefined || areas === undefined) return [];
  let codes: readonly unknown[];
  try {
    const map = JSON.parse(file.text) as { features?: { properties?: { code?: unknown } }[] };
    codes = (map.features ?? []).map((feature) => feature.properties?.code);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ code: 'plan.not-json', severity: 'error', where: { file: FILE }, params: { reason } }];
  }
  const counties = areas.filter((area) => area.level === 'county' && area.parent === city).map(({ code }) => code);
  const wrong = counties.filter((code) => codes.filter((other) => other === code).length !== 1);
  if (wrong.length === 0) return [];
  return [
    {
      code: 'plan.rows-missing',
      severity: 'error',
      where: { file: FILE, path: 'features' },
      params: { what: 'one outline for each county', rows: wrong.join('; ') },
    },
  ];
}
