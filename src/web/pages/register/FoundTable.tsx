import type { FoundAnswer } from '#api/answers';
import { percent, signedNumber } from '../../figure/format.ts';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { evidenceText, evidenceWords, probabilityWords } from '../review/evidence-text.ts';
import { personText } from './person-text.ts';
import { useWords } from './use-words.ts';

/** People found, masked, the likeliest first, with what speaks for and against; pressing one opens the panorama. */
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
  const evidenceOf = useText(evidenceText);
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
    {
      id: 'probability',
      title: text.probability,
      hint: text.probabilityHint,
      numeric: true,
      sort: ({ probability }) => probability,
      cell: ({ by, probability, evidence }) =>
        by === 'number' ? (
          text.numberFits
        ) : (
          <details className="rg-evidence">
            <summary>{probabilityWords(probability, language)}</summary>
            <ul>
              {evidence
                .filter(({ bits }) => Math.abs(bits) >= 0.05)
                .map((step) => (
                  <li key={step.comparison}>
                    {evidenceWords(evidenceOf, step)} <b>{signedNumber(step.bits, 1, language)}</b>
                  </li>
                ))}
            </ul>
          </details>
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
