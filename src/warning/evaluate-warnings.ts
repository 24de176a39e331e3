import type { AreaCode, Figure } from '#base';
import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import type { WarningLevel, WarningRule } from '#plan';
import { planAreas, planValueAt, getIndicator } from '#plan';
import { meets } from './meets.ts';

export const GRADES = ['blue', 'yellow', 'orange', 'red'] as const;
export type Grade = (typeof GRADES)[number];

/** A rule that holds for an area: what was compared with which threshold, and since when. */
export interface Warning {
  readonly rule: WarningRule;
  readonly area: AreaCode;
  readonly level: WarningLevel;
  /** The compared quantity: the figure itself, its yearly change or its gap to the plan's path (per cent). */
  readonly compared: number;
  readonly figure: Figure;
  /** First year of the unbroken run of years, among those with data, in which this level or a higher one held. */
  readonly since: number;
  /** `observed` rests on what has been; `expected` on a projection. */
  readonly kind: 'observed' | 'expected';
  /** True where the area has thresholds of its own. */
  readonly overridden: boolean;
}

/**
 * All warnings of a pack: for each rule and area the highest level that its latest figure reaches, and, under a scenario, the
 * first later year in which a higher one would be reached. Observed ones first, gravest first.
 */
export function evaluateWarnings(book: FigureBook, scenario: string): readonly Warning[] {
  const { pack } = book.baseline;
  const warnings = pack.warnings.flatMap((rule) =>
    planAreas(pack)
      .filter((area) => rule.areas === 'all' || (rule.areas === 'city') === (area.code === pack.info.city))
      .flatMap((area) => warningsOf(book, rule, area.code, scenario)),
  );
  return warnings.toSorted((a, b) => gravity(b) - gravity(a) || a.since - b.since);
}

const gradeOf = (warning: Warning | undefined): number =>
  warning === undefined ? -1 : GRADES.indexOf(warning.level.level);
const gravity = (warning: Warning): number => gradeOf(warning) + (warning.kind === 'observed' ? 10 : 0);

function warningsOf(book: FigureBook, rule: WarningRule, area: AreaCode, scenario: string): Warning[] {
  const own = rule.overrides.find((override) => override.area === area);
  const levels = (own?.levels ?? rule.levels).toSorted((a, b) => GRADES.indexOf(b.level) - GRADES.indexOf(a.level));
  const find = (figures: readonly Figure[], kind: Warning['kind'], at: number): Warning | undefined => {
    const joins = (index: number, last: number): boolean =>
      figures[index]!.basis === figures[last]!.basis &&
      (rule.years === 1 || figures[last]!.year - figures[index]!.year === last - index);
    for (const level of levels) {
      const atLeastAsGrave = levels.filter((other) => GRADES.indexOf(other.level) >= GRADES.indexOf(level.level));
      const holds = (index: number): boolean => {
        const value = comparedValue(book, rule, figures, index);
        return value !== undefined && atLeastAsGrave.some((other) => meets(value, other.when));
      };
      let first = at;
      while (first >= 0 && holds(first) && joins(first, at)) first--;
      const run = at - first;
      const figure = figures[at];
      const compared = comparedValue(book, rule, figures, at);
      if (run < rule.years || figure === undefined || compared === undefined || !meets(compared, level.when)) continue;
      return {
        rule,
        area,
        level,
        compared,
        figure,
        since: figures[first + 1]!.year,
        kind,
        overridden: own !== undefined,
      };
    }
    return undefined;
  };

  const actual = book.actualSeries(rule.indicator, area);
  const latest = actual.length - 1;
  const observed = find(actual, 'observed', latest);
  const lastYear = actual[latest]?.year ?? book.baseline.baseYear;
  const projected = book.projectedSeries(rule.indicator, area, scenario).filter((figure) => figure.year > lastYear);
  const joined = [...actual, ...projected];
  let grade = gradeOf(observed);
  const expected: Warning[] = [];
  for (let index = actual.length; index < joined.length; index++) {
    const warning = find(joined, 'expected', index);
    if (warning === undefined || gradeOf(warning) <= grade) continue;
    grade = gradeOf(warning);
    expected.push({ ...warning, since: joined[index]!.year });
  }
  return observed === undefined ? expected : [observed, ...expected];
}

/** What a rule compares, at one figure of a series; undefined where it has no meaning (bases differ, no path, no year before). */
function comparedValue(
  book: FigureBook,
  rule: WarningRule,
  figures: readonly Figure[],
  index: number,
): number | undefined {
  const figure = figures[index];
  if (figure === undefined || isMissing(figure.value)) return undefined;
  switch (rule.change) {
    case 'value':
      return figure.value;
    case 'yearly-change-percent': {
      const before = figures[index - 1];
      if (before === undefined || isMissing(before.value) || before.value === 0) return undefined;
      if (before.year !== figure.year - 1 || before.basis !== figure.basis || before.status !== figure.status)
        return undefined;
      return (figure.value / before.value - 1) * 100;
    }
    case 'gap-to-path-percent': {
      const { pack } = book.baseline;
      const planned = planValueAt(pack, getIndicator(pack, rule.indicator), figure.area, figure.year);
      return planned === undefined || planned === 0 ? undefined : (figure.value / planned - 1) * 100;
    }
  }
}
