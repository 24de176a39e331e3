import type { Figure } from '#base';
import type { LineKind, LineSeries } from '#charts';
import { partByBasis } from '#charts';
import { getArea, getIndicator } from '#plan';
import { useMemo } from 'react';
import { TrendChart } from '../../charts/TrendChart.tsx';
import { figureText } from '../../figure/text.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import type { PopulationState } from './state.ts';
import { populationText } from './text.ts';

/** The map's indicator over time for the chosen area, beside the city. */
export function TrendPanel({ state }: { state: PopulationState }) {
  const { pack, book } = useSession();
  const text = useText(populationText);
  const basisWords = useText(figureText);
  const language = useLanguage();
  const { indicator: id, area, scenario } = state;
  const indicator = getIndicator(pack, id);
  const series = useMemo(() => {
    const scenarioName = pack.scenarios.find((each) => each.id === scenario)!.label[language];
    return [...new Set([area, pack.info.city])].flatMap((code): LineSeries[] => {
      const words = { area: getArea(pack, code).name[language], scenario: scenarioName };
      const actual = partByBasis(book.actualSeries(id, code));
      const expected = book
        .projectedSeries(id, code, scenario)
        .filter((figure) => figure.year > book.baseline.baseYear);
      return [
        ...actual.map(([basis, figures]) => {
          const label = fill(text.actual, words);
          return line('observed', code, actual.length > 1 ? `${label} · ${basisWords[basis]}` : label, figures);
        }),
        line('projection', code, fill(text.expected, words), expected),
      ];
    });
  }, [pack, book, id, area, scenario, language, text, basisWords]);
  return (
    <section className="panel">
      <TrendChart
        series={series.filter((each) => each.points.length > 0)}
        unit={indicator.unit}
        title={fill(text.trend, {
          label: indicator.label[language],
          area: getArea(pack, area).name[language],
        })}
        name={`${id}-${area}-${scenario}`}
        height={440}
      />
    </section>
  );
}

const line = (kind: LineKind, group: string, label: string, figures: readonly Figure[]): LineSeries => ({
  id: `${kind} ${group} ${figures[0]?.basis ?? ''}`,
  label,
  kind,
  group,
  points: figures.map(({ year, value, status, source }) => ({
    year,
    value: Number(value),
    status,
    source,
  })),
});
