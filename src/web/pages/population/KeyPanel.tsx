import { findIndicator, getArea } from '#plan';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import type { PopulationState } from './state.ts';
import { populationText } from './text.ts';

const KEY_INDICATORS = [
  'resident-population',
  'median-age',
  'share-0-14',
  'share-65-plus',
  'share-80-plus',
  'total-dependency-ratio',
  'child-dependency-ratio',
  'old-age-dependency-ratio',
  'sex-ratio',
  'women-20-34',
  'women-15-49',
  'total-fertility-rate',
];

/** The year's structure of the chosen area in figures. */
export function KeyPanel({ state, year, status }: { state: PopulationState; year: number; status: string }) {
  const { pack, book } = useSession();
  const text = useText(populationText);
  const local = useLocal();
  return (
    <section className="panel">
      <h2>{fill(text.keyFigures, { area: local(getArea(pack, state.area).name), year })}</h2>
      <p className="soft">{status}</p>
      <dl className="pop-keys">
        {KEY_INDICATORS.flatMap((id) => {
          const indicator = findIndicator(pack, id);
          if (indicator === undefined) return [];
          return [
            <div key={id}>
              <dt>{local(indicator.label)}</dt>
              <dd>
                <FigureValue figure={book.projected(id, state.area, year, state.scenario)} />
              </dd>
            </div>,
          ];
        })}
      </dl>
    </section>
  );
}
