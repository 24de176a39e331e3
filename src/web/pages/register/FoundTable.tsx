import type { FoundAnswer } from '#api/answers';
import { percent } from '../../figure/format.ts';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { personText } from './person-text.ts';
import { useWords } from './use-words.ts';

/** People found, masked; pressing one opens the panorama. */
export function FoundTable({
  found,
  chosen,
  onPerson,
}: {
  found: readonly FoundAnswer[];
  chosen: string;
  onPerson: (person: string) => void;
}) {
  const text = useText(personText);
  const language = useLanguage();
  const words = useWords();
  if (found.length === 0) return <p role="status">{text.noneFound}</p>;
  const columns: readonly Column<FoundAnswer>[] = [
    {
      id: 'name',
      title: text.name,
      cell: ({ person, name }) => (
        <button type="button" className="pl-link" onClick={() => onPerson(person)}>
          {name ?? text.unnamed}
        </button>
      ),
    },
    { id: 'number', title: text.number, cell: ({ number }) => number ?? '—' },
    { id: 'sex', title: text.sex, cell: ({ sex }) => words.code('sex', sex) },
    { id: 'born', title: text.born, sort: ({ born }) => born ?? undefined, cell: ({ born }) => born ?? '—' },
    { id: 'place', title: text.place, cell: ({ county, township }) => words.place(county, township) },
    {
      id: 'resident',
      title: text.resident,
      numeric: true,
      cell: ({ resident, died }) =>
        died !== null ? `${text.died} ${died}` : resident === null ? '—' : percent(resident, 1, language),
    },
  ];
  return (
    <SortableTable
      columns={columns}
      rows={found}
      rowKey={({ person }) => person}
      rowClass={({ person }) => (person === chosen ? 'rg-chosen' : '')}
      caption={text.foundCaption}
    />
  );
}
