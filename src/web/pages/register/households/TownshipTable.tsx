import type { HouseholdsAnswer } from '#api/answers';
import { findArea } from '#plan';
import { wholeNumber } from '../../../figure/format.ts';
import { useSession } from '../../../session.tsx';
import type { Column } from '../../../table/SortableTable.tsx';
import { SortableTable } from '../../../table/SortableTable.tsx';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import { householdText } from './text.ts';

type Row = HouseholdsAnswer['townships'][number];

/** Households of elders only and of elders alone by township; small numbers are withheld. */
export function TownshipTable({ townships }: { townships: readonly Row[] }) {
  const { pack } = useSession();
  const text = useText(householdText);
  const local = useLocal();
  const language = useLanguage();
  const nameOf = (code: string): string => {
    const area = findArea(pack, code);
    return area === undefined ? code : local(area.name);
  };
  const several = townships.some(({ county }) => county !== townships[0]!.county);
  const count = (id: 'emptyNest' | 'elderAlone'): Column<Row> => ({
    id,
    title: text[id],
    numeric: true,
    sort: (row) => row[id] ?? 0,
    cell: (row) => (row[id] === null ? text.few : wholeNumber(row[id], language)),
  });
  const columns: readonly Column<Row>[] = [
    {
      id: 'township',
      title: text.township,
      sort: ({ township }) => township,
      cell: ({ township, county }) => (
        <>
          {nameOf(township)} {several && <small className="soft">{nameOf(county)}</small>}
        </>
      ),
    },
    count('elderAlone'),
    count('emptyNest'),
  ];
  return (
    <SortableTable columns={columns} rows={townships} rowKey={({ township }) => township} caption={text.townships} />
  );
}
