import type { AreaCode } from '#base';
import type { FigureBook } from '#indicators';
import type { TrajectoryValues } from '#outlook';
import { getIndicator } from '#plan';
import { useMemo, useRef } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { formatValue, unitName } from '../../figure/format.ts';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { COLOURS } from './colours.ts';
import { bandOf, bandRows } from './fan-band.ts';
import type { OwnProjection } from './lab.ts';
import { LinePlot } from './LinePlot.tsx';
import { ownLine, standingLines } from './population-lines.ts';
import { svgText } from './svg-text.ts';
import { forecastText } from './text.ts';

/** What the panel shows. */
export const POPULATION = 'resident-population';

/** Total population of an area: what was observed, the plan, the reference dashed and the user's own line. */
export function PopulationPanel({
  book,
  own,
  area,
  areaName,
  scenario,
  year,
  drawn,
  notes,
}: {
  book: FigureBook;
  own: OwnProjection | undefined;
  area: AreaCode;
  areaName: string;
  scenario: string;
  year: number;
  /** Trajectories of what is shown: the user's own projection, or the reference. */
  drawn: TrajectoryValues | undefined;
  notes: () => readonly string[];
}) {
  const { pack } = book.baseline;
  const text = useText(forecastText);
  const language = useLanguage();
  const local = useLocal();
  const drawing = useRef<SVGSVGElement>(null);
  const { unit } = getIndicator(pack, POPULATION);
  const label = local(pack.scenarios.find(({ id }) => id === scenario)!.label);
  const standing = useMemo(
    () =>
      standingLines(book, POPULATION, area, scenario, {
        observed: text.observed,
        planPath: text.planPath,
        planTarget: text.planTarget,
        reference: label,
      }),
    [book, area, scenario, text, label],
  );
  const lines = own === undefined ? standing : [...standing, ownLine(own, POPULATION, area, text.ownLine)];
  const years = useMemo(() => bandOf(drawn, POPULATION, area), [drawn, area]);
  const band = years.length === 0 ? undefined : { colour: own === undefined ? COLOURS.reference : COLOURS.own, years };
  const unitWords = unitName(pack, unit, language);
  const sheet = () => ({
    columns: [text.year, text.line, `${text.population} (${unitWords})`, text.status],
    rows: [
      ...lines.flatMap((line) =>
        line.points.map((point) => [
          point.year,
          line.label,
          point.value,
          line.id === 'observed'
            ? text.observed
            : line.id === 'path' || line.id === 'target'
              ? text.planPath
              : text.projected,
        ]),
      ),
      ...bandRows(years, local).map((row) => [...row, text.projected]),
    ],
    notes: notes(),
  });
  return (
    <section className="panel">
      <ChartFrame
        title={fill(text.populationTitle, { area: areaName })}
        name={`${POPULATION}-${area}-${book.baseline.baseYear}-${pack.info.years.horizon}`}
        svg={() => svgText(drawing.current)}
        sheet={sheet}
      >
        <LinePlot
          ref={drawing}
          label={fill(text.populationTitle, { area: areaName })}
          lines={lines}
          band={band}
          height={300}
          unit={unitWords}
          cutWords={text.cut}
          chosen={year}
          format={(value) => `${formatValue(pack, value, unit, language)} ${unitWords}`}
        />
      </ChartFrame>
    </section>
  );
}
