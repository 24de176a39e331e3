import type { BatchAnswer } from '#api/answers';
import { useMemo } from 'react';
import { momentWords, wholeNumber } from '../../figure/format.ts';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { dataText } from './text.ts';

/** Batches of a feed, the latest first: the file, when it came, and what became of its rows. */
export function DeliveriesTab({ deliveries }: { deliveries: readonly BatchAnswer[] }) {
  const text = useText(dataText);
  const language = useLanguage();
  const rows = useMemo(() => [...deliveries].reverse(), [deliveries]);
  const count = (id: 'bytes' | 'read' | 'accepted' | 'quarantined'): Column<BatchAnswer> => ({
    id,
    title: text[id],
    numeric: true,
    sort: (batch) => batch[id],
    cell: (batch) => wholeNumber(batch[id], language),
  });
  const columns: readonly Column<BatchAnswer>[] = [
    { id: 'file', title: text.file, sort: ({ file }) => file, cell: ({ file }) => file },
    {
      id: 'landed',
      title: text.landed,
      sort: ({ landed }) => landed,
      cell: ({ landed }) => momentWords(landed, language),
    },
    {
      id: 'known',
      title: text.knownUntil,
      sort: ({ knownUntil }) => knownUntil ?? undefined,
      cell: ({ knownUntil }) => knownUntil ?? '—',
    },
    count('read'),
    count('accepted'),
    count('quarantined'),
    {
      id: 'corrects',
      title: text.corrects,
      cell: ({ corrects }) =>
        corrects === null ? '' : fill(text.correctsLine, { batch: corrects.batch.slice(0, 8), line: corrects.line }),
    },
    count('bytes'),
    { id: 'batch', title: text.batch, cell: ({ id }) => <code>{id}</code> },
    { id: 'contract', title: text.version, cell: ({ contract }) => contract },
  ];
  return <SortableTable columns={columns} rows={rows} rowKey={({ id }) => id} caption={text.deliveries} />;
}
