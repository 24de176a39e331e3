import type { Sheet } from './sheet.ts';

/** A sheet as a plain table, for reading and for screen readers. */
export function SheetTable({ sheet }: { sheet: Sheet }) {
  return (
    <div className="sheet-table">
      <table>
        <thead>
          <tr>
            {sheet.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td key={column} className={typeof value === 'number' ? 'number' : ''}>
                  {value === null ? '—' : typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.notes?.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
