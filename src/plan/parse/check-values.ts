import type { Problem } from '#base';
import type { ReadFile } from './parse-pack.ts';
import type { Indicator } from './schema.ts';

/** Rules on an indicator's dated values that a schema cannot say. */
export function checkValues(
  files: readonly ReadFile[],
  formulas: ReadonlyMap<string, string>,
  city: string | undefined,
): Problem[] {
  const unitFile = files.find((file) => file.path === 'units.yaml')?.value as readonly { id: string }[] | undefined;
  const units = new Set(unitFile?.map(({ id }) => id));
  return files
    .filter((file) => file.path.startsWith('indicators/') && file.value !== undefined)
    .flatMap((file) => checkIndicator(file, file.value as Indicator, formulas, units, city));
}

function checkIndicator(
  file: ReadFile,
  indicator: Indicator,
  formulas: ReadonlyMap<string, string>,
  units: ReadonlySet<string>,
  city: string | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const computed = indicator.formula === undefined ? undefined : formulas.get(indicator.formula);
  if (computed !== undefined && computed !== indicator.unit && units.has(indicator.unit))
    problems.push({
      code: 'plan.unit-differs',
      severity: 'error',
      where: file.placeOf(['unit']),
      params: { unit: indicator.unit, computed },
      fix: `unit: ${computed}`,
    });
  indicator.values.forEach((value, index) => {
    const given = [value.value, value.range, value.text, value.relative].filter((part) => part !== undefined);
    if (given.length !== 1)
      problems.push({
        code: 'plan.value-empty',
        severity: 'error',
        where: file.placeOf(['values', index]),
        params: {},
        fix: 'value: …',
      });
    if (value.role !== 'target') return;
    const baselines = indicator.values.filter(
      (other) =>
        other.role === 'baseline' && (other.area ?? city) === (value.area ?? city) && other.doubtful === undefined,
    );
    const baseline = Math.max(...baselines.map((other) => other.at));
    if (baselines.length > 0 && value.at <= baseline)
      problems.push({
        code: 'plan.target-before-baseline',
        severity: 'error',
        where: file.placeOf(['values', index, 'at']),
        params: { at: value.at, baseline },
        fix: `at > ${baseline}`,
      });
  });
  const planned = indicator.values.filter(
    (value) => value.value !== undefined && /^(baseline|target)$/.test(value.role),
  );
  const years = new Set(planned.map((value) => `${value.area ?? ''} ${value.at}`));
  const areas = new Set(planned.map((value) => value.area ?? ''));
  if (years.size > areas.size && indicator.path === undefined)
    problems.push({
      code: 'plan.path-missing',
      severity: 'error',
      where: file.placeOf(['values']),
      params: {},
      fix: 'path: linear | step | none',
    });
  return problems;
}
