import { AGE_BANDS, ageBands } from '#charts';
import { planAreas, sourceWords } from '#plan';
import { indicesOf } from '#projection';
import { useMemo } from 'react';
import { EChart } from '../../charts/EChart.tsx';
import { useWide } from '../../charts/use-wide.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import type { Frame } from './frames.ts';
import type { PopulationState } from './state.ts';
import { structureOption } from './structure-option.ts';
import { populationText } from './text.ts';

/** Age bands of every area in the year, side by side. */
export function StructurePanel({
  state,
  frame,
  status,
  onArea,
}: {
  state: PopulationState;
  frame: Frame;
  status: string;
  onArea: (code: string) => void;
}) {
  const { pack, book } = useSession();
  const text = useText(populationText);
  const local = useLocal();
  const language = useLanguage();
  const wide = useWide();
  const areas = planAreas(pack);
  const rows = useMemo(
    () =>
      planAreas(pack).map((area) => ({
        code: area.code,
        name: area.name[language],
        parts: ageBands(frame.counts, indicesOf(book.baseline, area.code)),
      })),
    [pack, book, frame, language],
  );
  const option = useMemo(() => {
    const bands = AGE_BANDS.map((band) => (band.id === '80+' ? text.band80 : band.id.replace('-', '–')));
    return structureOption(rows, bands, !wide);
  }, [rows, text, wide]);
  const suffix = frame.kind === 'census' ? '' : `-${state.scenario}`;
  return (
    <section className="panel">
      <EChart
        option={option}
        height={wide ? 330 : 380}
        title={`${text.structure} · ${fill(text.year, { year: frame.year })}`}
        name={`age-structure-${pack.info.city}-${frame.year}${suffix}`}
        onClick={(name) => {
          const found = areas.find((area) => local(area.name) === name);
          if (found !== undefined) onArea(found.code);
        }}
        still
        sheet={() => ({
          columns: [
            text.area,
            ...AGE_BANDS.map(({ id }) => fill(text.structureHead, { band: band(id) })),
            ...AGE_BANDS.map(({ id }) => fill(text.structurePersons, { band: band(id) })),
          ],
          rows: rows.map(({ name, parts }) => [
            name,
            ...parts.map((part) => part.share),
            ...parts.map((part) => part.persons),
          ]),
          notes: [status, text.basis, sourceWords(pack, book.baseline.base.source, language)],
        })}
      />
      <p className="source">
        {status} · {text.basis}
      </p>
    </section>
  );
}

const band = (id: string): string => id.replace('-', '–');
