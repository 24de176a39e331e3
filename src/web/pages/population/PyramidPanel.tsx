import { longestBar } from '#charts';
import { getArea, sourceWords } from '#plan';
import { useMemo } from 'react';
import { PyramidChart } from '../../charts/PyramidChart.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import type { Frame } from './frames.ts';
import { frameRows, framesOf } from './frames.ts';
import type { PopulationState } from './state.ts';
import { populationText } from './text.ts';

/** The pyramid of an area and year on one scale for all years, with another year, area or scenario as outline. */
export function PyramidPanel({
  state,
  frame,
  frames,
  status,
}: {
  state: PopulationState;
  frame: Frame;
  frames: readonly Frame[];
  status: string;
}) {
  const { pack, book } = useSession();
  const text = useText(populationText);
  const local = useLocal();
  const language = useLanguage();
  const { area, unit, group, scenario, compare } = state;
  const [what, key] = split(compare);
  const otherFrames = useMemo(() => (what === 'scenario' ? framesOf(book, key) : frames), [book, frames, what, key]);
  const otherArea = what === 'area' ? key : area;
  const longest = useMemo(() => {
    const rows = (list: readonly Frame[], code: string) =>
      list.map((each) => frameRows(book, each, code, { unit, group }));
    return longestBar([...rows(frames, area), ...(what === 'none' ? [] : rows(otherFrames, otherArea))]);
  }, [book, frames, otherFrames, area, otherArea, unit, group, what]);
  const otherFrame = otherFrames.find((each) => each.year === (what === 'year' ? Number(key) : frame.year));
  const name = (code: string): string => local(getArea(pack, code).name);
  const yearWords = (year: number): string => fill(text.year, { year });
  const scenarioName = (id: string): string => local(pack.scenarios.find((each) => each.id === id)!.label);
  const otherLabel =
    what === 'area'
      ? name(key)
      : what === 'scenario'
        ? scenarioName(key)
        : what === 'year'
          ? yearWords(Number(key))
          : '';
  const compared =
    what === 'none' || otherFrame === undefined
      ? undefined
      : { label: otherLabel, rows: frameRows(book, otherFrame, otherArea, { unit, group }) };
  const source = sourceWords(pack, book.baseline.base.source, language);
  return (
    <section className="panel">
      <PyramidChart
        shown={{ label: `${name(area)} ${yearWords(frame.year)}`, rows: frameRows(book, frame, area, { unit, group }) }}
        compared={compared}
        unit={unit}
        height={560}
        longest={longest}
        title={`${text.pyramid} · ${name(area)} · ${yearWords(frame.year)}`}
        name={`pyramid-${area}-${frame.year}${frame.kind === 'census' ? '' : `-${scenario}`}`}
        notes={[status, text.basis, source, text.singleNote]}
      />
      <p className="source">
        {status} · {text.basis} · {text.scaleNote}
        {group === 1 && ` · ${text.singleNote}`}
        {what === 'area' && unit === 'persons' && ` · ${text.compareHint}`}
        {what === 'scenario' && frame.kind === 'census' && ` · ${text.sameScenario}`}
      </p>
    </section>
  );
}

function split(compare: string): readonly [kind: string, key: string] {
  const dash = compare.indexOf('-');
  return dash < 0 ? [compare, ''] : [compare.slice(0, dash), compare.slice(dash + 1)];
}
