import type { AreaCode, LocalText } from '#base';
import type { FigureBook } from '#indicators';
import type { TargetStatus } from '#monitoring';
import { targetStatus } from '#monitoring';
import type { DatedValue } from '#plan';
import type { PlanState } from './plan-params.ts';

/** One line of the list: an indicator in an area. */
export interface IndicatorRow {
  readonly status: TargetStatus;
  readonly hasTarget: boolean;
}

/**
 * Every indicator for an area, those with a target first. The city lists all indicators, and below each the targets that the plan sets
 * for districts; a district lists what is known of it or set for it.
 */
export function indicatorRows(book: FigureBook, area: AreaCode, scenario: string): readonly IndicatorRow[] {
  const { pack } = book.baseline;
  const { city } = pack.info;
  const row = (id: string, code: AreaCode): IndicatorRow => {
    const status = targetStatus(book, id, code, scenario);
    return { status, hasTarget: status.targets.length > 0 };
  };
  const rows = pack.indicators.flatMap((indicator) => {
    const own = row(indicator.id, area);
    if (area !== city) {
      const stated = indicator.values.some((value) => value.area === area);
      return stated || own.status.latest !== undefined ? [own] : [];
    }
    const districts = new Set(
      indicator.values.flatMap(({ role, area: code }) =>
        role === 'target' && code !== undefined && code !== city ? [code] : [],
      ),
    );
    return [own, ...[...districts].map((code) => row(indicator.id, code))];
  });
  return rows.sort((a, b) => Number(b.hasTarget) - Number(a.hasTarget));
}

/** The rows that match the filters; words are looked for in labels, definitions, aliases and ids. */
export const matchingRows = (
  rows: readonly IndicatorRow[],
  { q, topic, light, kind }: Pick<PlanState, 'q' | 'topic' | 'light' | 'kind'>,
): readonly IndicatorRow[] =>
  rows.filter(({ status, hasTarget }) => {
    const { indicator } = status;
    const texts = [indicator.label, indicator.definition].filter((text): text is LocalText => text !== undefined);
    const words = [...texts.flatMap((text) => [text.zh, text.en]), ...(indicator.aliases ?? []), indicator.id];
    return (
      (q.trim() === '' || words.some((word) => word.toLowerCase().includes(q.trim().toLowerCase()))) &&
      (topic === 'all' || indicator.topic === topic) &&
      (kind === 'all' || indicator.kind === kind) &&
      (light === 'all' || (light === 'none' ? !hasTarget : hasTarget && status.light === light))
    );
  });

/** The target of a year that counts: one that is not doubtful where there is one. */
export const targetOf = (targets: readonly DatedValue[], year: number): DatedValue | undefined =>
  targets.find((target) => target.at === year && target.doubtful === undefined) ??
  targets.find((target) => target.at === year);
