import type { AreaCode } from '#base';
import type { FigureBook } from '#indicators';
import { Checkbox, Select } from 'antd';
import { useMemo, useRef } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { formatValue, unitName } from '../../figure/format.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { COLOURS, SCENARIO_STYLES } from './colours.ts';
import { MOST_SCENARIOS } from './forecast-params.ts';
import type { OwnProjection } from './lab.ts';
import { OWN } from './lab.ts';
import { LinePlot } from './LinePlot.tsx';
import { ownLine, pointsOf } from './population-lines.ts';
import { svgText } from './svg-text.ts';
import { forecastText } from './text.ts';

/** Scenarios of the pack side by side for one indicator, the user's own among them, as lines and as a small table. */
export function ComparePanel({
  book,
  own,
  area,
  areaName,
  indicators,
  indicator,
  scenarios,
  years,
  year,
  notes,
  onYear,
  onIndicator,
  onScenarios,
}: {
  book: FigureBook;
  own: OwnProjection | undefined;
  area: AreaCode;
  areaName: string;
  indicators: readonly string[];
  indicator: string;
  scenarios: readonly string[];
  years: readonly number[];
  /** Year marked in the chart. */
  year: number;
  notes: readonly string[];
  onYear: (year: number) => void;
  onIndicator: (id: string) => void;
  onScenarios: (ids: readonly string[]) => void;
}) {
  const { pack } = useSession();
  const text = useText(forecastText);
  const local = useLocal();
  const entry = pack.indicators.find(({ id }) => id === indicator)!;
  const shown = useMemo(() => pack.scenarios.filter(({ id }) => scenarios.includes(id)), [pack, scenarios]);
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
      ...shown.map(({ id, label }) => ({
        id,
        label: label[language],
        ...SCENARIO_STYLES[pack.scenarios.findIndex((scenario) => scenario.id === id) % SCENARIO_STYLES.length]!,
        points: pointsOf(book.projectedSeries(indicator, area, id)),
      })),
    ],
    [pack, book, indicator, area, shown, text, language],
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
    notes,
  });
  const rows = [
    ...shown.map(({ id, label }) => ({
      id,
      label: local(label),
      figures: years.map((year) => book.projected(indicator, area, year, id)),
    })),
    ...(own === undefined
      ? []
      : [
          {
            id: OWN,
            label: text.ownLine,
            figures: years.map((year) => own.book.projected(indicator, area, year, OWN)),
          },
        ]),
  ];
  return (
    <section className="panel lab-compare">
      <h2>{text.compare}</h2>
      <div className="lab-choices">
        <Select
          size="small"
          aria-label={text.indicator}
          value={indicator}
          onChange={onIndicator}
          popupMatchSelectWidth={false}
          options={indicators.map((id) => ({
            value: id,
            label: local(pack.indicators.find((candidate) => candidate.id === id)!.label),
          }))}
        />
        <Checkbox.Group
          aria-label={text.scenarioList}
          value={[...scenarios]}
          onChange={(chosen) => onScenarios(pack.scenarios.map(({ id }) => id).filter((id) => chosen.includes(id)))}
          options={pack.scenarios.map(({ id, label }) => ({
            value: id,
            label: local(label),
            disabled: scenarios.length >= MOST_SCENARIOS && !scenarios.includes(id),
          }))}
        />
        <span className="soft">{text.compareHint}</span>
      </div>
      <div className="lab-compare-parts">
        <ChartFrame title={title} name={`${indicator}-${area}-scenarios`} svg={() => svgText(drawing.current)} sheet={sheet}>
          <LinePlot
            ref={drawing}
            label={title}
            lines={lines}
            height={340}
            unit={unit}
            cutWords={text.cut}
            chosen={year}
            onChoose={onYear}
            format={(value) => `${formatValue(pack, value, entry.unit, language)} ${unit}`}
          />
        </ChartFrame>
        <div className="lab-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.scenarioList}</th>
                {years.map((year) => (
                  <th key={year} scope="col" className="number">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.label}</th>
                  {row.figures.map((figure) => (
                    <td key={figure.year} className="number">
                      <FigureValue figure={figure} bare />
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
}
