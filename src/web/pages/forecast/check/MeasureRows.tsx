import { isMissing } from '#base';
import type { BackTestRow } from '#outlook';
import { SortableTable } from '../../../table/SortableTable.tsx';
import type { Column } from '../../../table/SortableTable.tsx';
import { signedNumber, wholeNumber } from '../../../figure/format.ts';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import { checkText } from './text.ts';

/** Every figure that was forecast: what came about, what the model said, and how far off it was. */
export function MeasureRows({ rows, caption }: { rows: readonly BackTestRow[]; caption: string }) {
  const text = useText(checkText);
  const local = useLocal();
  const language = useLanguage();
  const columns: readonly Column<BackTestRow>[] = [
    { id: 'label', title: text.scope, cell: ({ label }) => local(label), sort: ({ label }) => local(label) },
    { id: 'year', title: text.year, numeric: true, cell: ({ year }) => year, sort: ({ year }) => year },
    {
      id: 'actual',
      title: text.actual,
      numeric: true,
      cell: ({ actual }) => wholeNumber(actual, language),
      sort: ({ actual }) => actual,
    },
    {
      id: 'model',
      title: text.model,
      numeric: true,
      cell: (row) => wholeNumber(model(row) ?? 0, language),
      sort: model,
    },
    {
      id: 'error',
      title: text.error,
      numeric: true,
      cell: (row) => signedNumber(error(row) ?? 0, 2, language),
      sort: error,
    },
  ];
  return (
    <SortableTable
      columns={columns}
      rows={rows.filter((row) => model(row) !== undefined)}
      rowKey={({ label, year }) => `${label.en} ${year}`}
      caption={caption}
    />
  );
}

const model = ({ forecasts }: BackTestRow): number | undefined =>
  isMissing(forecasts.model) ? undefined : forecasts.model;
const error = (row: BackTestRow): number | undefined => {
  const said = model(row);
  return said === undefined ? undefined : (100 * (said - row.actual)) / row.actual;
};
