import type { AreaCode } from '#base';
import type { FigureBook } from '#indicators';
import { memo, useMemo, useRef } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { formatValue, unitName } from '../../figure/format.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { COLOURS } from './colours.ts';
import { CompareChoices } from './CompareChoices.tsx';
import type { Compared } from './compared-lines.ts';
import type { OwnProjection } from './lab.ts';
import { OWN } from './lab.ts';
import { LightFigure } from './LightFigure.tsx';
import { LinePlot } from './LinePlot.tsx';
import { ownLine, pointsOf } from './population-lines.ts';
import { svgText } from './svg-text.ts';
import { forecastText } from './text.ts';
import { YearHead } from './YearHead.tsx';

/** Scenarios side by side for one indicator, saved ones and the user's own among them, as lines and as a small table. */
export const ComparePanel = memo(function ComparePanel({
  book,
  own,
  moving,
  area,
  areaName,
  indicators,
  indicator,
  choices,
  scenarios,
  years,
  year,
  notes,
  onIndicator,
  onScenarios,
}: {
  book: FigureBook;
  own: OwnProjection | undefined;
  moving: boolean;
  area: AreaCode;
  areaName: string;
  indicators: readonly string[];
  indicator: string;
  choices: readonly Compared[];
  scenarios: readonly string[];
  years: readonly number[];
  /** Year marked in the chart. */
  year: number;
  notes: () => readonly string[];
  onIndicator: (id: string) => void;
  onScenarios: (ids: readonly string[]) => void;
}) {
  const { pack } = useSession();
  const text = useText(forecastText);
  const local = useLocal();
  const entry = pack.indicators.find(({ id }) => id === indicator)!;
  const shown = useMemo(() => choices.filter(({ id }) => scenarios.includes(id)), [choices, scenarios]);
  const language = useLanguage();
  const drawing = useRef<SVGSVGElement>(null);
  const standing = useMemo(
    () => [
      {
        id: 'observed',
        label: text.observed,
        colour: COLOURS.observed,
        width: 0,
        marks: 'circle' as const,
        only: true,
        points: pointsOf(book.actualSeries(indicator, area)),
      },
      ...shown.map(({ id, label, style, scenario, book: figures }) => ({
        id,
        label,
        ...style,
        points: pointsOf(figures.projectedSeries(indicator, area, scenario)),
      })),
    ],
    [book, indicator, area, shown, text],
  );
  const lines = useMemo(
    () => (own === undefined ? standing : [...standing, ownLine(own, indicator, area, text.ownLine)]),
    [standing, own, indicator, area, text],
  );
  const unit = unitName(pack, entry.unit, language);
  const title = fill(text.compareTitle, { area: areaName, indicator: local(entry.label) });
  const sheet = () => ({
    columns: [text.year, text.line, `${local(entry.label)} (${unit})`, text.status],
    rows: lines.flatMap((line) =>
      line.points.map((point) => [
        point.year,
        line.label,
        point.value,
        line.id === 'observed' ? text.observed : text.projected,
      ]),
    ),
    notes: notes(),
  });
  const reference = useMemo(
    () =>
      shown.map(({ id, label, scenario, book: figures }) => ({
        id,
        label,
        figures: years.map((of) => figures.projected(indicator, area, of, scenario)),
      })),
    [shown, years, indicator, area],
  );
  const mine =
    own === undefined
      ? []
      : [{ id: OWN, label: text.ownLine, figures: years.map((of) => own.book.projected(indicator, area, of, OWN)) }];
  return (
    <section className="panel lab-compare">
      <h2>{text.compare}</h2>
      <CompareChoices
        indicators={indicators}
        indicator={indicator}
        choices={choices}
        scenarios={scenarios}
        onIndicator={onIndicator}
        onScenarios={onScenarios}
      />
      <div className="lab-compare-parts">
        <ChartFrame
          title={title}
          name={`${indicator}-${area}-scenarios`}
          svg={() => svgText(drawing.current)}
          sheet={sheet}
        >
          <LinePlot
            ref={drawing}
            label={title}
            lines={lines}
            height={340}
            unit={unit}
            cutWords={text.cut}
            chosen={year}
            format={(value) => `${formatValue(pack, value, entry.unit, language)} ${unit}`}
          />
        </ChartFrame>
        <div className="lab-scroll">
          <table>
            <YearHead label={text.scenarioList} years={years} />
            <tbody>
              {[...reference, ...mine].map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.label}</th>
                  {row.figures.map((figure) => (
                    <td key={figure.year} className="number">
                      <LightFigure figure={figure} light={moving && row.id === OWN} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
});
