import { getArea } from '#plan';
import { useCallback, useMemo } from 'react';
import { IgnoredNote } from '../../frame/IgnoredNote.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { useUrlState } from '../../url/use-url-state.ts';
import { AreaTable } from './AreaTable.tsx';
import { Controls } from './Controls.tsx';
import { framesOf } from './frames.ts';
import { KeyPanel } from './KeyPanel.tsx';
import { MapPanel } from './MapPanel.tsx';
import { PyramidPanel } from './PyramidPanel.tsx';
import { populationParams, shadedIndicators, sliderYears } from './state.ts';
import { StructurePanel } from './StructurePanel.tsx';
import { populationText } from './text.ts';
import { Timeline } from './Timeline.tsx';
import { TrendPanel } from './TrendPanel.tsx';
import { useLiveYear } from './use-live-year.ts';
import './population.css';

/** Who lives here, by age, sex and area, in every census and projected year. */
export default function PopulationPage() {
  const { pack, book } = useSession();
  const text = useText(populationText);
  const local = useLocal();
  const params = useMemo(() => populationParams(book), [book]);
  const indicators = useMemo(() => shadedIndicators(book), [book]);
  const years = useMemo(() => sliderYears(book), [book]);
  const { state, update, ignored } = useUrlState(params);
  const [year, setYear] = useLiveYear(
    state.year,
    useCallback((settled: number) => update({ year: settled }), [update]),
  );
  const frames = useMemo(() => framesOf(book, state.scenario), [book, state.scenario]);
  const frame = frames.find((each) => each.year === year)!;
  const scenario = local(pack.scenarios.find((each) => each.id === state.scenario)!.label);
  const status = fill(text[frame.kind], { scenario });
  const onArea = useCallback((area: string) => update({ area }), [update]);
  return (
    <section className="page">
      <h1>{fill(text.title, { area: local(getArea(pack, state.area).name) })}</h1>
      <IgnoredNote ignored={ignored} />
      <div className="grid pop-grid">
        <div className="panel pop-wide">
          <Controls state={state} years={years} update={update} />
        </div>
        <div className="panel pop-wide pop-sticky">
          <Timeline years={years} year={year} status={status} onYear={setYear} />
        </div>
        <PyramidPanel state={state} frame={frame} frames={frames} status={status} />
        <div className="grid pop-side">
          <KeyPanel state={state} year={year} status={status} />
          <StructurePanel state={state} frame={frame} status={status} onArea={onArea} />
        </div>
        {state.indicator !== '' && (
          <>
            <MapPanel state={state} year={year} years={years} indicators={indicators} status={status} update={update} />
            <TrendPanel state={state} />
          </>
        )}
        <div className="pop-wide">
          <AreaTable state={state} year={year} status={status} onArea={onArea} />
        </div>
      </div>
    </section>
  );
}
