import type { Area, Figure } from '#base';
import { isMissing } from '#base';
import type { Standing } from '#charts';
import { standings } from '#charts';
import type { FigureBook } from '#indicators';
import { countiesOf, findIndicator, getArea, planAreas } from '#plan';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { unitName } from '../../figure/format.ts';
import { useSession } from '../../session.tsx';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { changeFigure } from './change-figure.ts';
import { censusPair } from './measures.ts';
import { percentUnit, unitOf } from '../../figure/reference.ts';
import { overviewText } from './text.ts';
import { useAddress } from '../../url/use-address.ts';

/** What the table compares: an indicator at the last two censuses, at the last one, or its change between them. */
const COMPARED = [
  ['resident-population', 'both'],
  ['resident-population', 'change'],
  ['share-0-14', 'last'],
  ['share-65-plus', 'last'],
  ['women-20-34', 'last'],
  ['women-20-34', 'change'],
  ['total-fertility-rate', 'last'],
  ['urbanisation-rate', 'last'],
  ['median-age', 'last'],
  ['total-dependency-ratio', 'last'],
] as const;

interface Shown {
  readonly id: string;
  readonly title: ReactNode;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly standing: ReadonlyMap<string, Standing | undefined>;
}

/** Districts side by side, shaded by their distance from the city's value, with a word where they stand out. */
export function DistrictTable() {
  const { pack, book } = useSession();
  const text = useText(overviewText);
  const local = useLocal();
  const language = useLanguage();
  const address = useAddress();
  const shown = useMemo(() => {
    const [from, to] = censusPair(book);
    return COMPARED.flatMap(([id, what]): Shown[] => {
      const indicator = findIndicator(pack, id);
      if (indicator === undefined) return [];
      const column = (suffix: string, detail: string, unit: string, figure: (area: string) => Figure): Shown => ({
        id: `${id} ${suffix}`,
        title: (
          <>
            {indicator.label[language]}
            <br />
            <small>
              {detail} · {unitName(pack, unit, language)}
            </small>
          </>
        ),
        ...measured(book, unit, figure),
      });
      const at = (year: number): Shown =>
        column(String(year), fill(text.yearShort, { year }), indicator.unit, (area) => book.actual(id, area, year));
      if (what === 'both') return [at(from), at(to)];
      if (what === 'last') return [at(to)];
      return [
        column('change', fill(text.change, { from, to }), percentUnit(pack), (area) =>
          changeFigure(book, id, area, from, to),
        ),
      ];
    });
  }, [pack, book, text, language]);
  const columns: Column<Area>[] = [
    {
      id: 'area',
      title: text.district,
      sort: (area) => area.code,
      cell: (area) => <Link href={address('/population', { area: area.code })}>{local(area.name)}</Link>,
    },
    ...shown.map(({ id, title, figures, standing }): Column<Area> => ({
      id,
      title,
      numeric: true,
      sort: (area) => {
        const value = figures.get(area.code)!.value;
        return isMissing(value) ? undefined : value;
      },
      cellClass: (area) => shade(standing.get(area.code)),
      cell: (area) => (
        <>
          <Outlier standing={standing.get(area.code)} />
          <FigureValue figure={figures.get(area.code)!} bare />
        </>
      ),
    })),
  ];
  return (
    <section className="panel">
      <h2>{text.districts}</h2>
      <SortableTable
        columns={columns}
        rows={countiesOf(pack)}
        pinned={[getArea(pack, pack.info.city)]}
        rowKey={(area) => area.code}
        caption={text.districts}
      />
      <p className="source">{text.districtsNote}</p>
    </section>
  );
}

/** Figures of every area, and where each county stands beside the city; counts have no standing. */
function measured(
  book: FigureBook,
  unit: string,
  figure: (area: string) => Figure,
): Pick<Shown, 'figures' | 'standing'> {
  const { pack } = book.baseline;
  const figures = new Map(planAreas(pack).map((area) => [area.code, figure(area.code)]));
  const counties = countiesOf(pack).map((area) => area.code);
  const isCount = unitOf(pack, unit)?.kind === 'count';
  const found = isCount
    ? []
    : standings(
        counties.map((code) => figures.get(code)!.value),
        figures.get(pack.info.city)!.value,
      );
  return { figures, standing: new Map(counties.map((code, index) => [code, found[index]])) };
}

function Outlier({ standing }: { standing: Standing | undefined }) {
  const text = useText(overviewText);
  if (standing === undefined || standing.word === 'near') return null;
  return <small className="ov-outlier">{text[standing.word]}</small>;
}

function shade(standing: Standing | undefined): string {
  if (standing === undefined) return '';
  const strength = Math.min(3, Math.floor(Math.abs(standing.distance) / 0.6));
  return strength === 0 ? '' : `ov-${standing.distance > 0 ? 'above' : 'below'}-${strength}`;
}
