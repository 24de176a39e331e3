import type { AreaCode } from '#base';
import type { LineSeries } from '#charts';
import type { FigureBook } from '#indicators';
import { isMissing } from '#base';
import { Checkbox, Select } from 'antd';
import { useMemo } from 'react';
import { TrendChart } from '../../charts/TrendChart.tsx';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { MOST_SCENARIOS } from './forecast-params.ts';
import type { OwnProjection } from './lab.ts';
import { OWN } from './lab.ts';
import { forecastText } from './text.ts';

/** Scenarios of the pack side by side for one indicator, the user's own among them, as lines and as a small table. */
export default function ComparePanel({
  book,
  own,
  area,
  areaName,
  indicators,
  indicator,
  scenarios,
  years,
  notes,
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
  notes: readonly string[];
  onIndicator: (id: string) => void;
  onScenarios: (ids: readonly string[]) => void;
}) {
  const { pack } = useSession();
  const text = useText(forecastText);
  const local = useLocal();
  const entry = pack.indicators.find(({ id }) => id === indicator)!;
  const shown = useMemo(() => pack.scenarios.filter(({ id }) => scenarios.includes(id)), [pack, scenarios]);
  const standing = useMemo(
    () => [
      lineOf('observed', text.observed, 'observed', book.actualSeries(indicator, area)),
      ...shown.map(({ id, label }) =>
        lineOf(id, local(label), 'projection', book.projectedSeries(indicator, area, id)),
      ),
    ],
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the language changes both
    [book, indicator, area, shown, text],
  );
  const series = useMemo(
    () =>
      own === undefined
        ? standing
        : [...standing, lineOf(OWN, text.ownLine, 'projection', own.book.projectedSeries(indicator, area, OWN))],
    [standing, own, indicator, area, text],
  );
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
        <TrendChart
          series={series}
          unit={entry.unit}
          title={fill(text.compareTitle, { area: areaName, indicator: local(entry.label) })}
          name={`${indicator}-${area}-scenarios`}
          height={340}
          notes={notes}
          still
        />
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

const lineOf = (
  id: string,
  label: string,
  kind: LineSeries['kind'],
  figures: ReturnType<FigureBook['actualSeries']>,
): LineSeries => ({
  id,
  label,
  kind,
  points: figures.flatMap(({ year, value, status, source }) =>
    isMissing(value) ? [] : [{ year, value, status, source }],
  ),
});
