import { missing } from '#base';
import type { Figure } from '#base';
import { FigureValue } from '../../../figure/FigureValue.tsx';
import { percent, wholeNumber } from '../../../figure/format.ts';
import { useSession } from '../../../session.tsx';
import type { Column } from '../../../table/SortableTable.tsx';
import { SortableTable } from '../../../table/SortableTable.tsx';
import { fill } from '../../../text/catalogue.ts';
import { useLanguage, useText } from '../../../text/language.tsx';
import type { Version } from '../register-figure.ts';
import { registerFigure } from '../register-figure.ts';
import type { AreaHouseholds } from './area-sums.ts';
import { familyHouseholds, shareOf } from './area-sums.ts';
import { householdText } from './text.ts';

interface Row {
  readonly size: number;
  readonly households: number;
}

/** Mean size and one-person share beside the census, and family households by size. */
export function SizeTable({ version, households }: { version: Version; households: AreaHouseholds }) {
  const { book } = useSession();
  const text = useText(householdText);
  const language = useLanguage();
  const { area, sizes, persons, census } = households;
  const all = familyHouseholds(households);
  const onRegister = (indicator: string, unit: string, value: number): Figure => ({
    ...registerFigure(version, {
      area,
      basis: 'resident',
      value: all === 0 ? missing('denominator-zero') : value / all,
      indicator,
    }),
    unit,
  });
  const facts: readonly (readonly [string, Figure])[] = [
    [text.meanSize, onRegister('household-size', 'persons-per-household', persons)],
    [text.onePerson, onRegister('one-person-household-share', 'per-cent', 100 * sizes[0]!)],
    ...(census === null
      ? []
      : ([
          [fill(text.censusMean, { year: census.year }), book.actual('household-size', area, census.year)],
          [
            fill(text.censusOnePerson, { year: census.year }),
            book.actual('one-person-household-share', area, census.year),
          ],
        ] as const)),
  ];
  const columns: readonly Column<Row>[] = [
    {
      id: 'size',
      title: text.size,
      sort: ({ size }) => size,
      cell: ({ size }) => fill(size === sizes.length ? text.sizeMore : text.sizeOf, { size }),
    },
    {
      id: 'households',
      title: text.households,
      numeric: true,
      sort: (row) => row.households,
      cell: (row) => wholeNumber(row.households, language),
    },
    {
      id: 'share',
      title: text.shareOfAll,
      numeric: true,
      sort: (row) => row.households,
      cell: (row) => {
        const share = shareOf(row.households, households);
        return share === undefined ? '—' : percent(share, 1, language);
      },
    },
  ];
  return (
    <>
      <dl className="rg-facts">
        {facts.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <FigureValue figure={figure} />
            </dd>
          </div>
        ))}
      </dl>
      <SortableTable
        columns={columns}
        rows={sizes.map((count, index) => ({ size: index + 1, households: count }))}
        rowKey={({ size }) => String(size)}
        caption={text.households}
      />
    </>
  );
}
