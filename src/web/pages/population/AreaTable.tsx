import type { Area } from '#base';
import { isMissing } from '#base';
import { countiesOf, findIndicator, getArea } from '#plan';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { unitName } from '../../figure/format.ts';
import { useSession } from '../../session.tsx';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import type { PopulationState } from './state.ts';
import { populationText } from './text.ts';

const SHOWN = [
  'resident-population',
  'share-0-14',
  'share-15-59',
  'share-60-plus',
  'share-65-plus',
  'share-80-plus',
  'median-age',
  'total-dependency-ratio',
  'child-dependency-ratio',
  'old-age-dependency-ratio',
  'sex-ratio',
  'women-20-34',
  'urbanisation-rate',
];

/** Structure of every area in the year; the names choose the area. */
export function AreaTable({
  state,
  year,
  status,
  onArea,
}: {
  state: PopulationState;
  year: number;
  status: string;
  onArea: (code: string) => void;
}) {
  const { pack, book } = useSession();
  const text = useText(populationText);
  const local = useLocal();
  const language = useLanguage();
  const columns: Column<Area>[] = [
    {
      id: 'area',
      title: text.area,
      sort: (area) => area.code,
      cell: (area) => (
        <button
          type="button"
          className="pop-area"
          aria-pressed={area.code === state.area}
          onClick={() => onArea(area.code)}
        >
          {local(area.name)}
        </button>
      ),
    },
    ...SHOWN.flatMap((id): Column<Area>[] => {
      const indicator = findIndicator(pack, id);
      if (indicator === undefined) return [];
      const figure = (area: Area) => book.projected(id, area.code, year, state.scenario);
      return [
        {
          id,
          title: (
            <>
              {local(indicator.label)}
              <br />
              <small>{unitName(pack, indicator.unit, language)}</small>
            </>
          ),
          numeric: true,
          sort: (area) => {
            const { value } = figure(area);
            return isMissing(value) ? undefined : value;
          },
          cell: (area) => <FigureValue figure={figure(area)} bare />,
        },
      ];
    }),
  ];
  return (
    <section className="panel">
      <h2>
        {text.table} · {fill(text.year, { year })}
      </h2>
      <SortableTable
        columns={columns}
        rows={countiesOf(pack)}
        pinned={[getArea(pack, pack.info.city)]}
        rowKey={(area) => area.code}
        rowClass={(area) => (area.code === state.area ? 'pop-chosen' : '')}
        caption={text.table}
      />
      <p className="source">
        {status} · {text.basis}
      </p>
    </section>
  );
}
