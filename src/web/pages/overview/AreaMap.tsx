import { isMissing } from '#base';
import { classBounds } from '#charts';
import { getArea, planAreas, sourceWords } from '#plan';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { MapChart } from '../../charts/MapChart.tsx';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { formatValue, unitName } from '../../figure/format.ts';
import { figureText } from '../../figure/text.ts';
import { TopicOptions } from '../../figure/TopicOptions.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import type { Measure } from './measures.ts';
import { unitOf } from '../../figure/reference.ts';
import { overviewText } from './text.ts';
import { useAddress } from '../../url/use-address.ts';

/** The city's districts shaded by a measure; pressing one leads to its population. */
export function AreaMap({
  measures,
  measure,
  onMeasure,
}: {
  measures: readonly Measure[];
  measure: Measure;
  onMeasure: (id: string) => void;
}) {
  const { pack } = useSession();
  const text = useText(overviewText);
  const status = useText(figureText);
  const local = useLocal();
  const language = useLanguage();
  const address = useAddress();
  const [, navigate] = useLocation();
  const figures = useMemo(
    () =>
      planAreas(pack)
        .slice(1)
        .map((area) => ({ area, figure: measure.figure(area.code) })),
    [pack, measure],
  );
  const unit = unitName(pack, measure.unit, language);
  const view = useMemo(() => {
    const format = (value: number): string => formatValue(pack, value, measure.unit, language);
    const values = figures.flatMap(({ figure }) => (isMissing(figure.value) ? [] : [figure.value]));
    return {
      format,
      bounds: classBounds(values, {
        method: 'natural',
        count: 4,
        step: 10 ** -(unitOf(pack, measure.unit)?.decimals ?? 2),
      }),
      rows: figures.map(({ area, figure }) => ({
        code: area.code,
        name: area.name[language],
        value: figure.value,
        shown: isMissing(figure.value) ? status[figure.value.missing] : `${format(figure.value)} ${unit}`,
        detail: fill(text.mapDetail, { year: figure.year, status: status[figure.status], basis: status[figure.basis] }),
      })),
    };
  }, [pack, figures, measure, language, unit, text, status]);
  const whole = measure.figure(pack.info.city);
  const label = `${local(measure.label)} · ${fill(text.asOf, { year: measure.year })}`;
  const notes = [label, status[whole.basis], status[whole.status], sourceWords(pack, whole.source, language)];
  return (
    <>
      <MapChart
        {...view}
        unit={unit}
        title={label}
        name={`${measure.id}-${pack.info.city}-${measure.year}`}
        notes={notes}
        height={480}
        onSelect={(code) => navigate(address('/population', { area: code }))}
      />
      <div className="ov-map-foot">
        <label className="ov-choice">
          {text.mapIndicator}{' '}
          <select value={measure.id} onChange={(event) => onMeasure(event.target.value)}>
            <TopicOptions options={measures} />
          </select>
        </label>
        <span>
          {local(getArea(pack, pack.info.city).name)} <FigureValue figure={whole} />
        </span>
        <span className="soft">
          {text.mapHint} {text.mapKeys}
        </span>
      </div>
    </>
  );
}
