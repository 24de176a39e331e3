import type { Problem, ProblemCode } from '#base';
import { nearest } from '#base';
import type { ReadFile } from './parse-pack.ts';

type Path = readonly (string | number)[];

/**
 * Checks every reference from one file to another. Keys have one meaning wherever they stand: `unit` is always a unit's
 * id, `indicator` an indicator's, and so on; sources are checked for their document, section and phrase.
 */
export function checkReferences(files: readonly ReadFile[], formulas: ReadonlySet<string>): Problem[] {
  const ids = (path: string, key = 'id'): Set<string> | undefined => {
    const value = files.find((file) => file.path === path)?.value;
    return Array.isArray(value) ? new Set(value.map((entry: Record<string, string>) => entry[key]!)) : undefined;
  };
  const idsIn = (folder: string): Set<string> =>
    new Set(
      files
        .filter((file) => file.path.startsWith(folder))
        .map((file) => file.path.slice(folder.length, -'.yaml'.length)),
    );
  const outline = files.find((file) => file.path === 'document.yaml')?.value as
    | { sections: { id: string }[] }
    | undefined;
  const sections = outline && new Set(outline.sections.map((section) => section.id));
  const sources = ids('sources.yaml');
  const areas = ids('areas.yaml', 'code');
  const targets: Record<string, [ProblemCode, ReadonlySet<string> | undefined]> = {
    unit: ['plan.unit-unknown', ids('units.yaml')],
    area: ['plan.area-unknown', areas],
    city: ['plan.area-unknown', areas],
    province: ['plan.area-unknown', areas],
    parent: ['plan.area-unknown', areas],
    responsible: ['plan.department-unknown', ids('departments.yaml')],
    department: ['plan.department-unknown', ids('departments.yaml')],
    indicator: ['plan.indicator-unknown', idsIn('indicators/')],
    scenario: ['plan.scenario-unknown', idsIn('scenarios/')],
    schedule: ['plan.schedule-unknown', idsIn('schedules/')],
    formula: ['plan.formula-unknown', formulas],
    within: ['plan.section-unknown', sections],
    figure: ['plan.figure-unknown', figuresOf(files)],
  };
  const problems: Problem[] = [];
  for (const file of files) {
    const report = (code: ProblemCode, path: Path, params: Problem['params'], fix?: string): void => {
      problems.push({
        code,
        severity: 'error',
        where: file.placeOf(path),
        params,
        ...(fix === undefined ? {} : { fix }),
      });
    };
    const expect = (code: ProblemCode, path: Path, id: string, known: ReadonlySet<string> | undefined): void => {
      if (known === undefined || known.has(id)) return;
      report(code, path, { id }, nearest(id, known));
    };
    walk(file.value, [], (key, value, path, holder) => {
      const target = targets[key];
      if (target !== undefined)
        for (const id of Array.isArray(value) ? value : [value])
          if (typeof id === 'string') expect(target[0], path, id, target[1]);
      if (key === 'section' && typeof value === 'string' && !('doc' in holder && holder['doc'] !== 'plan'))
        expect('plan.section-unknown', path, value, sections);
      if (key === 'doc' && typeof value === 'string') {
        expect('plan.source-unknown', path, value, sources);
        if (value === 'plan' && holder['section'] === undefined)
          report('plan.section-missing', path, {}, 'section: "1.1"');
        if (value === 'plan' && holder['words'] === undefined) report('plan.words-missing', path, {}, 'words: "…"');
      }
    });
    problems.push(...repeatedIds(file));
  }
  return problems;
}

type Visit = (key: string, value: unknown, path: Path, holder: Record<string, unknown>) => void;

function walk(node: unknown, path: Path, visit: Visit): void {
  if (Array.isArray(node)) node.forEach((item, index) => walk(item, [...path, index], visit));
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node)) {
      visit(key, value, [...path, key], node as Record<string, unknown>);
      walk(value, [...path, key], visit);
    }
}

/** Figure ids that values carry; unknown while an indicator cannot be read. */
function figuresOf(files: readonly ReadFile[]): Set<string> | undefined {
  if (files.some((file) => file.path.startsWith('indicators/') && file.value === undefined)) return undefined;
  const figures = new Set<string>();
  for (const file of files)
    walk(file.value, [], (key, value) => {
      if (key === 'figures' && Array.isArray(value)) value.forEach((id) => figures.add(String(id)));
    });
  return figures;
}

/** Ids repeated in a list, and single-object files whose id is not their name. */
function repeatedIds(file: ReadFile): Problem[] {
  const problems: Problem[] = [];
  if (Array.isArray(file.value)) {
    const seen = new Map<string, number>();
    file.value.forEach((entry: Record<string, unknown>, index) => {
      const key = 'code' in entry ? 'code' : 'id';
      const id = String(entry[key]);
      const earlier = seen.get(id);
      if (earlier !== undefined)
        problems.push({
          code: 'plan.id-repeated',
          severity: 'error',
          where: file.placeOf([index, key]),
          params: { id, other: `${file.path}:${file.placeOf([earlier, key]).line ?? '?'}` },
        });
      else seen.set(id, index);
    });
  }
  const name = /^(?:indicators|scenarios|schedules|datasets)\/([^/]+)\.yaml$/.exec(file.path)?.[1];
  const own = (file.value as { id?: string } | undefined)?.id;
  if (name !== undefined && own !== undefined && own !== name)
    problems.push({
      code: 'plan.value-invalid',
      severity: 'error',
      where: file.placeOf(['id']),
      params: { reason: `id ${own} is not the file's name` },
      fix: `id: ${name}`,
    });
  return problems;
}
