import type { AreaCode } from '#base';
import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import type { Decomposition, Side } from '#outlook';
import { FACTORS, FACTOR_NAMES, decompose } from '#outlook';
import { getIndicator } from '#plan';
import { useMemo, useRef } from 'react';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { signedValue, unitName } from '../../../figure/format.ts';
import { fill } from '../../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import type { Compared } from '../compared-lines.ts';
import { IndicatorChoice } from '../IndicatorChoice.tsx';
import { svgText } from '../svg-text.ts';
import { useWidth } from '../use-width.ts';
import { ActualTable } from './ActualTable.tsx';
import { FactorBars } from './FactorBars.tsx';
import { splitText } from './text.ts';

type Choice = Omit<Compared, 'style'>;

/** What makes two scenarios differ, by factor; and what the outcome differs in from the reference. */
export function SplitPanel({
  book,
  choices,
  from,
  to,
  area,
  areaName,
  indicators,
  indicator,
  years,
  notes,
  onFrom,
  onTo,
  onIndicator,
}: {
  book: FigureBook;
  /** All that may be compared, the user's own projection included. */
  choices: readonly Choice[];
  from: string;
  to: string;
  area: AreaCode;
  areaName: string;
  indicators: readonly string[];
  indicator: string;
  years: readonly number[];
  notes: () => readonly string[];
  onFrom: (id: string) => void;
  onTo: (id: string) => void;
  onIndicator: (id: string) => void;
}) {
  const { pack } = book.baseline;
  const text = useText(splitText);
  const local = useLocal();
  const language = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 640);
  const drawing = useRef<SVGSVGElement>(null);
  const chosen = (id: string): Choice => choices.find((choice) => choice.id === id) ?? choices[0]!;
  const [start, end] = [chosen(from), chosen(to)];
  const rows = useMemo(
    () =>
      years
        .map((year) => decompose(sideOf(start), sideOf(end), { indicator, area, year }))
        .filter((part): part is Decomposition => !isMissing(part)),
    [start, end, indicator, area, years],
  );
  const entry = getIndicator(pack, indicator);
  const unit = unitName(pack, entry.unit, language);
  const title = fill(text.chart, {
    area: areaName,
    indicator: local(entry.label),
    from: start.label,
    to: end.label,
  });
  const sheet = () => ({
    columns: [
      text.year,
      ...FACTORS.map((factor) => `${local(FACTOR_NAMES[factor])} (${unit})`),
      `${text.difference} (${unit})`,
    ],
    rows: rows.map(({ measure, parts, from: before, to: after }) => [
      measure.year,
      ...FACTORS.map((factor) => parts[factor]),
      after - before,
    ]),
    notes: notes(),
  });
  const choose = (label: string, value: string, onChange: (id: string) => void) => (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section className="panel lab-split">
      <h2>{text.title}</h2>
      <p className="soft">{text.intro}</p>
      <div className="lab-aim">
        {choose(text.from, start.id, onFrom)}
        {choose(text.to, end.id, onTo)}
        <IndicatorChoice indicators={indicators} indicator={indicator} onIndicator={onIndicator} />
      </div>
      <div ref={host}>
        {start.id === end.id ? (
          <p>{text.same}</p>
        ) : rows.length === 0 ? (
          <p>{text.unknown}</p>
        ) : (
          <ChartFrame
            title={title}
            name={`${indicator}-${area}-difference`}
            svg={() => svgText(drawing.current)}
            sheet={sheet}
          >
            <FactorBars
              ref={drawing}
              label={title}
              rows={rows}
              width={Math.min(width, 760)}
              format={(value) => signedValue(pack, value, entry.unit, language)}
            />
          </ChartFrame>
        )}
      </div>
      <ActualTable book={start.book} scenario={start.scenario} label={start.label} area={area} areaName={areaName} />
    </section>
  );
}

function sideOf({ book, scenario }: Choice): Side {
  const projection = book.projections.get(scenario)!;
  return { baseline: book.baseline, scenario: projection.scenario, changes: projection.changes };
}
