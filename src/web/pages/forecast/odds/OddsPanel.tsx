import type { AreaCode } from '#base';
import type { FigureBook } from '#indicators';
import { targetProbabilities } from '#outlook';
import { getIndicator } from '#plan';
import type { Projection } from '#projection';
import { useMemo, useRef } from 'react';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { formatValue, unitName } from '../../../figure/format.ts';
import { fill } from '../../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import { COLOURS } from '../colours.ts';
import { bandOf } from '../fan-band.ts';
import { IndicatorChoice } from '../IndicatorChoice.tsx';
import { LinePlot } from '../LinePlot.tsx';
import { pointsOf } from '../population-lines.ts';
import { svgText } from '../svg-text.ts';
import { forecastText } from '../text.ts';
import type { Draws, SimulationState } from '../use-simulation.ts';
import { COUNTS, LARGEST_SEED } from './draws.ts';
import { TargetOdds } from './TargetOdds.tsx';
import { oddsText } from './text.ts';

const COLUMNS = ['low95', 'low80', 'median', 'high80', 'high95', 'mean'] as const;

/** How sure the projection is: the fan of one indicator, its numbers, and the probability of each target. */
export function OddsPanel({
  book,
  shownBook,
  projection,
  simulation,
  draws,
  area,
  areaName,
  indicators,
  indicator,
  years,
  year,
  notes,
  onIndicator,
  onDraws,
}: {
  book: FigureBook;
  /** The book that holds the projection's own figures. */
  shownBook: FigureBook;
  projection: Projection;
  simulation: SimulationState;
  draws: Draws;
  area: AreaCode;
  areaName: string;
  indicators: readonly string[];
  indicator: string;
  years: readonly number[];
  year: number;
  notes: () => readonly string[];
  onIndicator: (id: string) => void;
  onDraws: (draws: Draws) => void;
}) {
  const { pack } = book.baseline;
  const text = useText(oddsText);
  const lab = useText(forecastText);
  const local = useLocal();
  const language = useLanguage();
  const drawing = useRef<SVGSVGElement>(null);
  const { values, done, missing, failure } = simulation;
  const rows = useMemo(() => bandOf(values, indicator, area), [values, indicator, area]);
  const targets = useMemo(
    () => (done && values !== undefined ? targetProbabilities(book, values) : []),
    [done, values, book],
  );
  const entry = getIndicator(pack, indicator);
  const unit = unitName(pack, entry.unit, language);
  const format = (value: number): string => formatValue(pack, value, entry.unit, language);
  const title = fill(text.fan, { area: areaName, indicator: local(entry.label) });
  const head = [text.year, ...COLUMNS.map((column) => text[column])];
  const lines = [
    {
      id: 'scenario',
      label: text.scenarioLine,
      colour: COLOURS.own,
      width: 2,
      points: pointsOf(shownBook.projectedSeries(indicator, area, projection.scenario.id)),
    },
    {
      id: 'median',
      label: text.median,
      colour: COLOURS.reference,
      width: 1.5,
      dash: '4 3',
      points: rows.map(({ year: of, median }) => ({ year: of, value: median })),
    },
    {
      id: 'observed',
      label: lab.observed,
      colour: COLOURS.observed,
      width: 0,
      marks: 'circle' as const,
      only: true,
      points: pointsOf(book.actualSeries(indicator, area)),
    },
  ];
  const sheet = () => ({
    columns: head.map((name, index) => (index === 0 ? name : `${name} (${unit})`)),
    rows: rows.map((row) => [row.year, ...COLUMNS.map((column) => row[column])]),
    notes: [fill(text.drawn, { count: values?.run.trajectories ?? 0, seed: draws.seed }), ...notes()],
  });
  if (missing !== undefined) return <p className="panel soft">{text.none}</p>;
  if (failure !== undefined) return <p className="panel lab-loses">{fill(text.failed, { reason: failure })}</p>;
  return (
    <section className="panel lab-uncertainty">
      <h2>{text.title}</h2>
      <p className="soft">{fill(text.intro, { scenario: local(projection.scenario.label) })}</p>
      <div className="lab-aim">
        <IndicatorChoice indicators={indicators} indicator={indicator} onIndicator={onIndicator} />
        <label>
          <span>{text.trajectories}</span>
          <select value={draws.count} onChange={(event) => onDraws({ ...draws, count: Number(event.target.value) })}>
            {COUNTS.map((count) => (
              <option key={count}>{count}</option>
            ))}
          </select>
        </label>
        <label>
          <span>{text.seed}</span>
          <input
            type="number"
            min={0}
            max={LARGEST_SEED}
            value={draws.seed}
            onChange={(event) => {
              const seed = event.target.valueAsNumber;
              if (Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED) onDraws({ ...draws, seed });
            }}
          />
        </label>
        <output className="soft" data-testid="draws" data-done={done}>
          {done
            ? fill(text.drawn, { count: values?.run.trajectories ?? 0, seed: draws.seed })
            : fill(text.drawing, { done: values?.run.trajectories ?? 0, of: draws.count })}
        </output>
      </div>
      <div className="lab-compare-parts">
        <ChartFrame title={title} name={`${indicator}-${area}-fan`} svg={() => svgText(drawing.current)} sheet={sheet}>
          <LinePlot
            ref={drawing}
            label={title}
            lines={lines}
            band={rows.length === 0 ? undefined : { colour: COLOURS.own, years: rows }}
            height={340}
            unit={unit}
            cutWords={lab.cut}
            chosen={year}
            format={(value) => `${format(value)} ${unit}`}
          />
        </ChartFrame>
        <div className="lab-scroll">
          <table>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col" className="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows
                .filter((row) => years.includes(row.year))
                .map((row) => (
                  <tr key={row.year}>
                    <th scope="row">{row.year}</th>
                    {COLUMNS.map((column) => (
                      <td key={column} className="number">
                        {format(row[column])}
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
          {done && rows.length === 0 && <p className="soft">{text.noTracks}</p>}
        </div>
      </div>
      {targets.length > 0 && (
        <>
          <h3>{text.targets}</h3>
          <p className="soft">{text.targetsHint}</p>
          <TargetOdds targets={targets} />
        </>
      )}
    </section>
  );
}
