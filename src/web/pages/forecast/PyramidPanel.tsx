import type { AreaCode, Sex } from '#base';
import { ageCounts } from '#base';
import type { PyramidRow } from '#charts';
import { longestBar, pyramidRows } from '#charts';
import type { FigureBook } from '#indicators';
import type { Projection } from '#projection';
import { indicesOf } from '#projection';
import { useMemo, useRef } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import type { LabYears } from './lab.ts';
import { PyramidPlot } from './PyramidPlot.tsx';
import { svgText } from './svg-text.ts';
import { forecastText } from './text.ts';

/** Age pyramid of a year: the user's filled, the reference as an outline, on one scale for all years. */
export function PyramidPanel({
  book,
  reference,
  values,
  area,
  areaName,
  year,
  years,
  notes,
  onYear,
}: {
  book: FigureBook;
  reference: Projection;
  values: Projection;
  area: AreaCode;
  areaName: string;
  year: number;
  years: LabYears;
  notes: () => readonly string[];
  onYear: (year: number) => void;
}) {
  const text = useText(forecastText);
  const language = useLanguage();
  const local = useLocal();
  const drawing = useRef<SVGSVGElement>(null);
  const areas = useMemo(() => indicesOf(book.baseline, area), [book, area]);
  const standing = useMemo(
    () => Math.max(...[...book.projections.values()].map((projection) => longestOf(projection, areas))),
    [book, areas],
  );
  const changed = values !== reference;
  const longest = changed ? Math.max(standing, longestOf(values, areas)) : standing;
  const rows = rowsOf(values, areas, year);
  const outline = changed ? rowsOf(reference, areas, year) : undefined;
  const title = fill(text.pyramidTitle, { area: areaName, year });
  const scenario = local(reference.scenario.label);
  const format = (value: number): string => Math.round(value).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  const sheet = () => ({
    columns: [
      text.age,
      ...(['male', 'female'] as const).flatMap((sex) => [
        `${text[sex]} ${changed ? text.ownLine : scenario} (${text.persons})`,
        ...(changed ? [`${text[sex]} ${scenario} (${text.persons})`] : []),
      ]),
    ],
    rows: rows.map((row, index) => [
      row.from === 100 ? '100+' : row.from,
      ...(['male', 'female'] as const).flatMap((sex) => [
        Math.round(row[sex]),
        ...(outline === undefined ? [] : [Math.round(outline[index]![sex])]),
      ]),
    ]),
    notes: notes(),
  });
  return (
    <section className="panel">
      <ChartFrame title={title} name={`pyramid-${area}-${year}`} svg={() => svgText(drawing.current)} sheet={sheet}>
        <PyramidPlot
          ref={drawing}
          label={title}
          rows={rows}
          outline={outline}
          longest={longest}
          height={268}
          words={{ male: text.male, female: text.female, age: text.age, unit: text.persons }}
          format={format}
          caption={
            changed
              ? `${fill(text.filled, { scenario: text.ownLine })} · ${text.outline}`
              : fill(text.filled, { scenario })
          }
        />
      </ChartFrame>
      <label className="lab-year">
        {text.chooseYear}
        <input
          type="range"
          min={years.base}
          max={years.horizon}
          value={year}
          onChange={(event) => onYear(Number(event.target.value))}
        />
        <output>{year}</output>
      </label>
    </section>
  );
}

function rowsOf(projection: Projection, areas: readonly number[], year: number): readonly PyramidRow[] {
  const counts = projection.populations[projection.years.indexOf(year)]!;
  const ages = (sex: Sex): Float64Array => ageCounts(counts, sex, areas);
  return pyramidRows(ages('female'), ages('male'), { unit: 'persons', group: 1 });
}

/** Longest bar of all years of a projection. */
const longestOf = (projection: Projection, areas: readonly number[]): number =>
  longestBar(projection.years.map((year) => rowsOf(projection, areas, year)));
