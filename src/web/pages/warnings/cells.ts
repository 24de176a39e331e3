import type { AreaCode, Figure } from '#base';
import type { FigureBook } from '#indicators';
import type { Pack, WarningRule } from '#plan';
import { getIndicator, planValueAt } from '#plan';
import type { Warning } from '#warning';

/** Why a rule cannot be judged by what has been. */
export type Obstacle = 'no-actual' | 'no-yearly-pair' | 'no-path' | 'too-few-years';

/** A rule in an area: in force or not, impossible to judge, or not meant for the area; and what a scenario expects. */
export interface Cell {
  readonly rule: WarningRule;
  readonly area: AreaCode;
  readonly meant: boolean;
  readonly observed?: Warning;
  readonly obstacle?: Obstacle;
  readonly expected: readonly Warning[];
}

/** Whether a rule is meant for an area. */
export const isMeant = (pack: Pack, rule: WarningRule, area: AreaCode): boolean =>
  rule.areas === 'all' || (rule.areas === 'city') === (area === pack.info.city);

/** The state of a rule in an area, out of all warnings of a scenario. */
export function cellOf(book: FigureBook, warnings: readonly Warning[], rule: WarningRule, area: AreaCode): Cell {
  const own = warnings.filter((warning) => warning.rule.id === rule.id && warning.area === area);
  const observed = own.find((warning) => warning.kind === 'observed');
  const expected = own.filter((warning) => warning.kind === 'expected').sort((a, b) => a.since - b.since);
  const meant = isMeant(book.baseline.pack, rule, area);
  const obstacle = meant && observed === undefined ? obstacleTo(book, rule, area) : undefined;
  return {
    rule,
    area,
    meant,
    expected,
    ...(observed === undefined ? {} : { observed }),
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

/** What keeps a rule from being judged by the actual figures of an area; undefined where it can be. */
export function obstacleTo(book: FigureBook, rule: WarningRule, area: AreaCode): Obstacle | undefined {
  const { pack } = book.baseline;
  const series = book.actualSeries(rule.indicator, area);
  if (series.length === 0) return 'no-actual';
  if (rule.change === 'yearly-change-percent') {
    const comparable = (figure: Figure, index: number): boolean => {
      const before = series[index - 1];
      return (
        before !== undefined &&
        before.year === figure.year - 1 &&
        before.basis === figure.basis &&
        before.status === figure.status
      );
    };
    return series.some(comparable) ? undefined : 'no-yearly-pair';
  }
  if (rule.change === 'gap-to-path-percent') {
    const indicator = getIndicator(pack, rule.indicator);
    return series.some((figure) => planValueAt(pack, indicator, area, figure.year) !== undefined)
      ? undefined
      : 'no-path';
  }
  return series.length < rule.years ? 'too-few-years' : undefined;
}

/** Whether a source of a threshold is the plan, a published document, a proposal, or something nobody has checked. */
export function standing(
  pack: Pack,
  source: WarningRule['levels'][number]['source'],
): 'plan' | 'published' | 'proposal' | 'unverified' {
  if ('none' in source) return 'unverified';
  if (source.doc === 'plan' || source.doc === 'proposal') return source.doc;
  const document = pack.sources.find((entry) => entry.id === source.doc);
  return document?.publisher === undefined || document.secondHand ? 'unverified' : 'published';
}

/** First year that has no actual figures yet to be expected of: the year the pack's data were put together. */
export const dataYear = (pack: Pack): number => Number(pack.info.version.slice(0, 4));
