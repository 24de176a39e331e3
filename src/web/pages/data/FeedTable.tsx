import type { FeedAnswer } from '#api/answers';
import type { Dataset } from '#plan';
import { wholeNumber } from '../../figure/format.ts';
import { SimulatedMark } from '../../figure/SimulatedMark.tsx';
import { useSession } from '../../session.tsx';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { Choose } from '../plan/Choose.tsx';
import type { DataState, UpdateData } from './data-params.ts';
import { Freshness } from './Freshness.tsx';
import { dataText } from './text.ts';

interface Row {
  readonly dataset: Dataset;
  readonly feed: FeedAnswer;
}

/** A line for each contract: who sends it, how often, whether it is in time, and what became of its rows. */
export function FeedTable({
  feeds,
  state,
  update,
}: {
  feeds: readonly FeedAnswer[];
  state: DataState;
  update: UpdateData;
}) {
  const { pack } = useSession();
  const text = useText(dataText);
  const local = useLocal();
  const language = useLanguage();
  const departmentName = (id: string): string => {
    const department = pack.departments.find((entry) => entry.id === id);
    return department === undefined ? id : local(department.name);
  };
  const mixed =
    feeds.some(({ simulated }) => simulated) && feeds.some(({ batches, simulated }) => batches > 0 && !simulated);
  const departments = [...new Set(pack.datasets.map(({ department }) => department))];
  const rows = departments
    .filter((id) => state.department === 'all' || id === state.department)
    .flatMap((id) => pack.datasets.filter(({ department }) => department === id))
    .flatMap((dataset): Row[] => {
      const feed = feeds.find(({ id }) => id === dataset.id);
      return feed === undefined ? [] : [{ dataset, feed }];
    });
  const count = (id: 'read' | 'accepted' | 'quarantined' | 'mended'): Column<Row> => ({
    id,
    title: text[id],
    numeric: true,
    sort: ({ feed }) => feed[id],
    cell: ({ feed }) => (feed.batches === 0 ? '—' : wholeNumber(feed[id], language)),
  });
  const columns: readonly Column<Row>[] = [
    {
      id: 'feed',
      title: text.feed,
      sort: ({ dataset }) => local(dataset.label),
      cell: ({ dataset, feed }) => (
        <>
          <button type="button" className="pl-link" onClick={() => update({ dataset: dataset.id })}>
            {local(dataset.label)}
          </button>
          {feed.simulated && mixed && <SimulatedMark />}
        </>
      ),
    },
    {
      id: 'department',
      title: text.department,
      sort: ({ dataset }) => departmentName(dataset.department),
      cell: ({ dataset }) => departmentName(dataset.department),
      cellClass: () => 'dt-words',
    },
    {
      id: 'freshness',
      title: text.freshness,
      sort: ({ feed }) => ['late', 'never', 'fresh'].indexOf(feed.freshness),
      cell: ({ feed }) => <Freshness freshness={feed.freshness} />,
    },
    {
      id: 'known',
      title: text.knownUntil,
      hint: text.knownUntilHint,
      sort: ({ feed }) => feed.knownUntil ?? undefined,
      cell: ({ feed }) => feed.knownUntil ?? '—',
    },
    {
      id: 'due',
      title: text.dueOn,
      sort: ({ feed }) => feed.dueOn ?? undefined,
      cell: ({ feed }) => feed.dueOn ?? '—',
    },
    { id: 'cycle', title: text.cycle, cell: ({ dataset }) => text[dataset.refresh.cycle] },
    {
      id: 'sharing',
      title: text.sharing,
      sort: ({ dataset }) => dataset.sharing.class,
      cell: ({ dataset }) => text[`sharing-${dataset.sharing.class}`],
    },
    {
      id: 'sensitivity',
      title: text.sensitivity,
      sort: ({ dataset }) => dataset.sensitivity,
      cell: ({ dataset }) => text[`sensitivity-${dataset.sensitivity}`],
    },
    count('read'),
    count('accepted'),
    count('quarantined'),
    count('mended'),
  ];
  return (
    <section className="panel">
      <div className="pl-filters">
        <Choose
          label={text.department}
          value={state.department}
          onChange={(department) => update({ department })}
          options={[
            { value: 'all', label: text.all },
            ...departments.map((value) => ({ value, label: departmentName(value) })),
          ]}
        />
      </div>
      <SortableTable columns={columns} rows={rows} rowKey={({ dataset }) => dataset.id} caption={text.feeds} />
      <p className="source">{text.balanceNote}</p>
    </section>
  );
}
