import type { Area, Problem } from '#base';
import type { BaselineTables } from '../pack.ts';
import type { ReadFile } from './parse-pack.ts';
import type { Indicator, PackFile, RegisteredFile } from './schema.ts';

const FILE = 'registered.yaml';

/** What the registered population rests on: totals of each county in the base year, published margins, ages and years in order. */
export function checkRegistered(
  files: readonly ReadFile[],
  pack: {
    readonly info: PackFile | undefined;
    readonly areas: readonly Area[] | undefined;
    readonly baseline: Pick<BaselineTables, 'ageSex'>;
  },
): Problem[] {
  const file = files.find(({ path }) => path === FILE);
  const rules = file?.value as RegisteredFile | undefined;
  const { info, areas } = pack;
  if (file === undefined || rules === undefined || info === undefined || areas === undefined) return [];
  const baseYear = Math.max(...pack.baseline.ageSex.map(({ year }) => year));
  const problems: Problem[] = [];
  const needValues = (path: readonly PropertyKey[], id: string, at: number, codes: readonly string[]): void => {
    const indicator = files.find((other) => other.path === `indicators/${id}.yaml`)?.value as Indicator | undefined;
    const given = new Set(
      indicator?.values
        .filter((value) => value.at === at && value.value !== undefined && /^(observed|baseline)$/.test(value.role))
        .map((value) => value.area ?? info.city),
    );
    const absent = codes.filter((code) => !given.has(code));
    if (indicator !== undefined && absent.length > 0)
      problems.push({
        code: 'plan.rows-missing',
        severity: 'error',
        where: file.placeOf(path),
        params: { what: `${id} ${at}`, rows: absent.join('; ') },
        fix: `indicators/${id}.yaml values: at: ${at}`,
      });
  };
  const order = (path: readonly PropertyKey[], what: string, reason: string): void => {
    problems.push({ code: 'plan.order', severity: 'error', where: file.placeOf(path), params: { what, reason } });
  };
  const counties = areas.filter(({ level, parent }) => level === 'county' && parent === info.city);
  needValues(
    ['indicator'],
    rules.indicator,
    baseYear,
    counties.map(({ code }) => code),
  );
  needValues(['sexRatio', 'at'], rules.sexRatio.indicator, rules.sexRatio.at, [info.city]);
  rules.ages.forEach(({ indicator, at, from, to }, index) => {
    needValues(['ages', index, 'at'], indicator, at, [info.city]);
    if (to < from) order(['ages', index, 'to'], 'from, to', `${from}–${to}`);
    if (at <= baseYear) order(['ages', index, 'at'], 'at', `${at} after ${baseYear}`);
  });
  rules.transfers.forEach(({ at }, index, all) => {
    const before = all[index - 1]?.at;
    if (before !== undefined && before >= at) order(['transfers', index, 'at'], 'transfers', `${at} after ${before}`);
  });
  return problems;
}
