import type { FigureBook } from '#indicators';
import { countiesOf, getIndicator } from '#plan';
import { memo, useMemo, useRef } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { formatValue, unitName } from '../../figure/format.ts';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { IndicatorChoice } from './IndicatorChoice.tsx';
import type { OwnProjection } from './lab.ts';
import type { PlotLine } from './LinePlot.tsx';
import { ownLine, standingLines } from './population-lines.ts';
import { SmallPlot } from './SmallPlot.tsx';
import { stackedSvgText } from './svg-text.ts';
import { forecastText } from './text.ts';

const WIDTH = 250;
const HEIGHT = 130;

/** One small chart for each district and county: what was observed, the reference and the user's own line. */
export const DistrictPanel = memo(function DistrictPanel({
  book,
  own,
  indicators,
  indicator,
  scenario,
  notes,
  onIndicator,
}: {
  book: FigureBook;
  own: OwnProjection | undefined;
  indicators: readonly string[];
  indicator: string;
  scenario: string;
  notes: () => readonly string[];
  onIndicator: (id: string) => void;
}) {
  const { pack, baseYear } = book.baseline;
  const text = useText(forecastText);
  const language = useLanguage();
  const local = useLocal();
  const drawings = useRef(new Map<string, SVGSVGElement>());
  const entry = getIndicator(pack, indicator);
  const unit = unitName(pack, entry.unit, language);
  const label = local(pack.scenarios.find(({ id }) => id === scenario)!.label);
  const districts = useMemo(
    () =>
      countiesOf(pack)
        .map((area) => ({
          code: area.code,
          name: local(area.name),
          lines: [
            ...standingLines(book, indicator, area.code, scenario, {
              observed: text.observed,
              planPath: text.planPath,
              planTarget: text.planTarget,
              reference: label,
            }),
            ...(own === undefined ? [] : [ownLine(own, indicator, area.code, text.ownLine)]),
          ].filter((line: PlotLine) => line.points.length > 0),
        }))
        .filter(({ lines }) => lines.length > 0),
    [pack, book, own, indicator, scenario, text, label, local],
  );
  const title = fill(text.districtsTitle, { indicator: local(entry.label) });
  const present = [...new Map(districts.flatMap(({ lines }) => lines).map((line) => [line.id, line])).values()];
  const allYears = districts.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ year }) => year)));
  const years = [Math.min(...allYears), Math.max(...allYears)] as const;
  const sheet = () => ({
    columns: [text.area, text.year, text.line, `${local(entry.label)} (${unit})`],
    rows: districts.flatMap(({ name, lines }) =>
      lines.flatMap((line) => line.points.map(({ year, value }) => [name, year, line.label, value])),
    ),
    notes: notes(),
  });
  return (
    <section className="panel lab-districts">
      <h2>{text.districts}</h2>
      <div className="lab-choices">
        <IndicatorChoice indicators={indicators} indicator={indicator} onIndicator={onIndicator} />
      </div>
      <ChartFrame
        title={title}
        name={`${indicator}-districts-${baseYear}-${pack.info.years.horizon}`}
        svg={() =>
          stackedSvgText(
            districts.map(({ code, name }) => ({ heading: `${name} (${unit})`, drawing: drawings.current.get(code)! })),
          )
        }
        sheet={sheet}
      >
        <p className="soft lab-hint">
          {unit} · {text.districtsHint} ·{' '}
          {present.map((line) => (
            <span key={line.id} className="lab-line-key" style={{ color: line.colour }}>
              {line.marks === 'diamond' ? '◆' : line.only === true ? '●' : line.dash === undefined ? '━' : '┅'}{' '}
              {line.label}
            </span>
          ))}
        </p>
        <div className="lab-small-plots">
          {districts.map(({ code, name, lines }) => (
            <div key={code}>
              <b>{name}</b>
              <SmallPlot
                ref={(node) => {
                  if (node === null) drawings.current.delete(code);
                  else drawings.current.set(code, node);
                }}
                label={`${name} ${title}`}
                lines={lines}
                width={WIDTH}
                height={HEIGHT}
                years={years}
                format={(value) => formatValue(pack, value, entry.unit, language)}
              />
            </div>
          ))}
        </div>
      </ChartFrame>
    </section>
  );
});
