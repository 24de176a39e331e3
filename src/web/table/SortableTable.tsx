import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import './sortable-table.css';

export interface Column<R> {
  readonly id: string;
  readonly title: ReactNode;
  readonly hint?: string;
  readonly numeric?: boolean;
  /** What the column sorts by; undefined goes last either way. A column without it does not sort. */
  readonly sort?: (row: R) => number | string | undefined;
  readonly cell: (row: R) => ReactNode;
  /** Class of a body cell. */
  readonly cellClass?: (row: R) => string;
}

/** A table that sorts by its column heads and scrolls inside itself; `pinned` rows stay on top. */
export function SortableTable<R>({
  columns,
  rows,
  pinned = [],
  rowKey,
  caption,
  rowClass,
}: {
  columns: readonly Column<R>[];
  rows: readonly R[];
  pinned?: readonly R[];
  rowKey: (row: R) => string;
  caption: string;
  rowClass?: (row: R) => string;
}) {
  const [order, setOrder] = useState<{ id: string; down: boolean }>();
  const sorted = useMemo(() => {
    const sort = columns.find((column) => column.id === order?.id)?.sort;
    return sort === undefined || order === undefined
      ? rows
      : [...rows].sort((a, b) => compare(sort(a), sort(b), order.down));
  }, [columns, rows, order]);
  const press = (column: Column<R>): void =>
    setOrder((now) =>
      now?.id !== column.id ? { id: column.id, down: column.numeric === true } : { id: column.id, down: !now.down },
    );
  return (
    <section className="st-scroll" aria-label={caption}>
      <table className="st-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const state = order?.id === column.id ? (order.down ? 'descending' : 'ascending') : undefined;
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={column.numeric === true ? 'number' : ''}
                  aria-sort={state}
                  title={column.hint}
                >
                  {column.sort === undefined ? (
                    column.title
                  ) : (
                    <button type="button" className="st-head" onClick={() => press(column)}>
                      {column.title}
                      <span aria-hidden="true">
                        {state === undefined ? '\u00a0↕' : state === 'ascending' ? '\u00a0↑' : '\u00a0↓'}
                      </span>
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {[...pinned, ...sorted].map((row) => (
            <tr key={rowKey(row)} className={`${pinned.includes(row) ? 'st-pinned' : ''} ${rowClass?.(row) ?? ''}`}>
              {columns.map((column, index) => {
                const className = `${column.numeric === true ? 'number' : ''} ${column.cellClass?.(row) ?? ''}`;
                return index === 0 ? (
                  <th key={column.id} scope="row" className={className}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function compare(a: number | string | undefined, b: number | string | undefined, down: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const ascending =
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
  return down ? -ascending : ascending;
}
