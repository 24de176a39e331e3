import type { AreaCode } from '#base';
import type { DatedValue, Indicator } from '#plan';
import { findIndicator, getArea } from '#plan';
import { FigureValue } from './FigureValue.tsx';
import { formatValue } from './format.ts';
import { useSession } from '../session.tsx';
import { useLanguage, useLocal } from '../text/language.tsx';
import { planFigure } from './plan-figure.ts';

const SIGNS: Readonly<Record<DatedValue['bound'], string>> = {
  exactly: '',
  'at-least': '≥',
  'at-most': '≤',
  about: '≈',
  above: '>',
  below: '<',
};

/** A value that the plan states: a number, a range, another area's value, or words. */
export function PlanValue({
  indicator,
  area,
  stated,
}: {
  indicator: Indicator;
  area: AreaCode;
  stated: DatedValue | undefined;
}) {
  const { pack } = useSession();
  const local = useLocal();
  const language = useLanguage();
  if (stated === undefined) return <span className="soft">—</span>;
  if (stated.value !== undefined)
    return (
      <span>
        {SIGNS[stated.bound]}
        <FigureValue figure={planFigure(indicator, area, stated, stated.value)} bare />
      </span>
    );
  if (stated.range !== undefined)
    return <span>{stated.range.map((end) => formatValue(pack, end, indicator.unit, language)).join('–')}</span>;
  if (stated.text !== undefined) return <span className="plan-words">{local(stated.text)}</span>;
  if (stated.relative === undefined) return <span className="soft">—</span>;
  const other = findIndicator(pack, stated.relative.indicator)?.label ?? indicator.label;
  return (
    <span className="plan-words">
      {SIGNS[stated.bound]} {local(getArea(pack, stated.relative.area).name)} {local(other)}
    </span>
  );
}
