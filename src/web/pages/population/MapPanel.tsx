import { isMissing } from '#base';
import { CLASS_METHODS, classBounds } from '#charts';
import type { ClassMethod } from '#charts';
import { countiesOf, getIndicator } from '#plan';
import { useMemo } from 'react';
import { MapChart } from '../../charts/MapChart.tsx';
import { mapText } from '../../charts/map-text.ts';
import { formatValue, unitName } from '../../figure/format.ts';
import { figureText } from '../../figure/text.ts';
import { TopicOptions } from '../../figure/TopicOptions.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { unitOf } from '../../figure/reference.ts';
import { Choice } from './Choice.tsx';
import type { PopulationState, UpdateState } from './state.ts';
import { populationText } from './text.ts';

/** Districts shaded by an indicator in the year; classes are the same in every year, so that colours mean the same while it plays. */
export function MapPanel({
  state,
  year,
  years,
  indicators,
  status,
  update,
}: {
  state: PopulationState;
  year: number;
  years: readonly number[];
  indicators: readonly string[];
  status: string;
  update: UpdateState;
}) {
  const { pack, book } = useSession();
  const text = useText(populationText);
  const classText = useText(mapText);
  const statusText = useText(figureText);
  const local = useLocal();
  const language = useLanguage();
  const { indicator: id, scenario, classes } = state;
  const indicator = getIndicator(pack, id);
  const unit = unitName(pack, indicator.unit, language);
  const bounds = useMemo(() => {
    const values = countiesOf(pack).flatMap((area) =>
      years.flatMap((each) => {
        const { value } = book.projected(id, area.code, each, scenario);
        return isMissing(value) ? [] : [value];
      }),
    );
    return classBounds(values, {
      method: classes,
      count: 5,
      step: 10 ** -(unitOf(pack, indicator.unit)?.decimals ?? 2),
    });
  }, [pack, book, id, years, scenario, classes, indicator.unit]);
  const view = useMemo(() => {
    const format = (value: number): string => formatValue(pack, value, indicator.unit, language);
    const rows = countiesOf(pack).map((area) => {
      const figure = book.projected(id, area.code, year, scenario);
      return {
        code: area.code,
        name: area.name[language],
        value: figure.value,
        shown: isMissing(figure.value) ? statusText[figure.value.missing] : `${format(figure.value)} ${unit}`,
        detail: `${fill(text.year, { year })} · ${statusText[figure.status]} · ${statusText[figure.basis]}`,
      };
    });
    return { format, rows };
  }, [pack, book, id, year, scenario, indicator.unit, unit, language, text, statusText]);
  const label = `${local(indicator.label)} · ${fill(text.year, { year })}`;
  return (
    <section className="panel">
      <h2>{text.map}</h2>
      <div className="pop-controls">
        <Choice label={text.indicator} value={id} onChange={(value) => update({ indicator: value })}>
          <TopicOptions options={indicators.map((option) => getIndicator(pack, option))} />
        </Choice>
        <Choice<ClassMethod> label={classText.method} value={classes} onChange={(value) => update({ classes: value })}>
          {CLASS_METHODS.map((method) => (
            <option key={method} value={method}>
              {classText[method]}
            </option>
          ))}
        </Choice>
      </div>
      <MapChart
        {...view}
        bounds={bounds}
        unit={unit}
        title={label}
        name={`${id}-${pack.info.city}-${year}`}
        notes={[label, status, text.mapNote]}
        height={400}
        selected={state.area}
        onSelect={(area) => update({ area })}
      />
      <p className="source">
        {status} · {text.mapNote}
      </p>
    </section>
  );
}
