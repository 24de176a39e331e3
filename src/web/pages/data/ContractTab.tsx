import type { Dataset, DatasetField } from '#plan';
import { SourceNote } from '../../figure/SourceNote.tsx';
import { useSession } from '../../session.tsx';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { useLocal, useText } from '../../text/language.tsx';
import { dataText } from './text.ts';

/** What a department has agreed to send, why, on which basis, and in which columns. */
export function ContractTab({ dataset }: { dataset: Dataset }) {
  const { pack } = useSession();
  const text = useText(dataText);
  const local = useLocal();
  const department = pack.departments.find(({ id }) => id === dataset.department);
  const { sharing, file, refresh } = dataset;
  const columnOf = (id: string): string => dataset.fields.find((field) => field.id === id)?.column ?? id;
  const columns: readonly Column<DatasetField>[] = [
    { id: 'column', title: text.column, cell: (field) => field.column },
    { id: 'id', title: text.fieldId, cell: (field) => <code>{field.id}</code> },
    { id: 'type', title: text.type, cell: (field) => text[`type-${field.type}`] },
    {
      id: 'codes',
      title: text.written,
      cell: (field) => {
        const table = pack.codeTables.find(({ id }) => id === field.codes);
        const written =
          field.writes === undefined || field.writes === 'code' || field.writes === 'name'
            ? field.writes && text[`writes-${field.writes}`]
            : field.writes;
        return table === undefined ? (
          (written ?? '')
        ) : (
          <details className="dt-codes">
            <summary>
              {local(table.label)} · {table.rows.length} · {written}
            </summary>
            {table.standard !== undefined && <p className="source">{table.standard}</p>}
            {table.rows.map((row) => `${row.code} ${local(row)}`).join(' · ')}
          </details>
        );
      },
      cellClass: () => 'dt-words',
    },
    { id: 'required', title: text.required, cell: (field) => (field.required ? '✓' : '') },
    { id: 'sensitive', title: text.sensitive, cell: (field) => (field.sensitive ? '✓' : '') },
  ];
  return (
    <>
      <dl className="pl-facts">
        <dt>{text.department}</dt>
        <dd>
          {department === undefined ? dataset.department : local(department.name)} · {local(dataset.system)}
        </dd>
        <dt>{text.purpose}</dt>
        <dd>{local(dataset.purpose)}</dd>
        <dt>{text.legal}</dt>
        <dd>
          {dataset.legal.map(({ basis, source }) => (
            <div key={basis.en}>
              {local(basis)} <SourceNote source={source} />
            </div>
          ))}
        </dd>
        <dt>{text.sharing}</dt>
        <dd>
          {text[`sharing-${sharing.class}`]}
          {sharing.condition !== undefined && ` · ${local(sharing.condition)}`} <SourceNote source={sharing.source} />
        </dd>
        <dt>{text.sensitivity}</dt>
        <dd>{text[`sensitivity-${dataset.sensitivity}`]}</dd>
        <dt>{text.cycle}</dt>
        <dd>
          {text[refresh.cycle]} · {text[`delivers-${refresh.delivers}`]}
        </dd>
        <dt>{text.format}</dt>
        <dd>
          {file.format.toUpperCase()} · {file.encoding.toUpperCase()}
        </dd>
        <dt>{text.key}</dt>
        <dd>{dataset.key.map(columnOf).join(' + ')}</dd>
        <dt>{text.knownSince}</dt>
        <dd>{columnOf(dataset.knownSince)}</dd>
        <dt>{text.version}</dt>
        <dd>{[dataset.version, ...dataset.standards].join(' · ')}</dd>
      </dl>
      <SortableTable columns={columns} rows={dataset.fields} rowKey={({ id }) => id} caption={text.fields} />
    </>
  );
}
