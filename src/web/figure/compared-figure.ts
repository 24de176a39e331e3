import type { Figure } from '#base';
import type { Pack } from '#plan';
import { findIndicator, planValueAt } from '#plan';
import type { Warning } from '#warning';
import { percentUnit } from './reference.ts';

/** What a rule compares with its threshold, as a figure: the indicator's own, its change over a year, or its gap to the plan's path. */
export function comparedFigure(pack: Pack, { rule, figure, compared, area }: Warning): Figure {
  if (rule.change === 'value') return figure;
  const indicator = findIndicator(pack, rule.indicator);
  const label = indicator?.label ?? { zh: rule.indicator, en: rule.indicator };
  const itself = {
    name: { zh: `${label.zh}(${figure.year})`, en: `${label.en} (${figure.year})` },
    value: figure.value,
    unit: figure.unit,
    source: figure.source,
  };
  const planned = indicator === undefined ? undefined : planValueAt(pack, indicator, area, figure.year);
  const path = {
    name: { zh: '同年应达', en: 'due that year' },
    value: planned ?? { missing: 'not-computable' as const },
    unit: figure.unit,
  };
  const ofPath = rule.change === 'gap-to-path-percent';
  return {
    ...figure,
    value: compared,
    unit: percentUnit(pack),
    explanation: {
      formula: ofPath ? '(x / x* − 1) × 100' : `(x(${figure.year}) / x(${figure.year - 1}) − 1) × 100`,
      inputs: ofPath ? [itself, path] : [itself],
    },
  };
}
