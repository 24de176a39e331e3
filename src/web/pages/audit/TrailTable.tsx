import type { TrailAnswer } from '#api/answers';
import { momentWords, wholeNumber } from '../../figure/format.ts';
import { NothingYet } from '../../frame/NothingYet.tsx';
import { Pager } from '../../frame/Pager.tsx';
import { Answered } from '../../server/Answered.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { fill, wordFor } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { reasonText } from '../../text/reason-text.ts';
import { Choose } from '../plan/Choose.tsx';
import { useWords } from '../register/use-words.ts';
import type { AuditState } from './audit-params.ts';
import { KINDS, PAGE_SIZE, trailAddress } from './audit-params.ts';
import { subjectWords } from './subject-words.ts';
import { auditText } from './text.ts';

type Action = TrailAnswer['actions'][number];

interface Props {
  readonly state: AuditState;
  readonly update: (change: Partial<AuditState>) => void;
}

/** The trail by account, day and kind of action, the newest first. */
export function TrailTable({ state, update }: Props) {
  const trail = useAnswer<TrailAnswer>(trailAddress(state));
  return <Answered answer={trail}>{(answer) => <Trail answer={answer} state={state} update={update} />}</Answered>;
}

function Trail({ answer: { total, accounts, actions }, state, update }: Props & { answer: TrailAnswer }) {
  const text = useText(auditText);
  const reasons = useText(reasonText);
  const language = useLanguage();
  const words = useWords();
  const names = accounts.includes(state.by) || state.by === '' ? accounts : [state.by, ...accounts];
  const columns: readonly Column<Action>[] = [
    {
      id: 'at',
      title: text.at,
      cell: ({ at }) => <time dateTime={at}>{momentWords(at, language)}</time>,
    },
    { id: 'by', title: text.account, cell: ({ by }) => by },
    { id: 'kind', title: text.kind, cellClass: () => 'au-wrap', cell: ({ kind }) => wordFor(text, kind) },
    {
      id: 'subject',
      title: text.subject,
      cellClass: () => 'au-wrap',
      cell: (action) => subjectWords(action, text, (id) => words.dataset(id)),
    },
    { id: 'area', title: text.area, cell: ({ area }) => words.place(area) },
    {
      id: 'reason',
      title: text.reason,
      cellClass: () => 'au-wrap',
      cell: ({ reason }) => wordFor(reasons, reason) || '—',
    },
  ];
  return (
    <div className="panel">
      <div className="pl-filters">
        <Choose
          label={text.account}
          value={state.by}
          onChange={(by) => update({ by, offset: 0 })}
          options={[{ value: '', label: text.all }, ...names.map((value) => ({ value, label: value }))]}
        />
        <label className="pl-field">
          <span>{text.day}</span>
          <input type="date" value={state.day} onChange={({ target }) => update({ day: target.value, offset: 0 })} />
        </label>
        <Choose
          label={text.kind}
          value={state.kind}
          onChange={(kind) => update({ kind, offset: 0 })}
          options={[{ value: '', label: text.all }, ...KINDS.map((value) => ({ value, label: text[value] }))]}
        />
      </div>
      {actions.length === 0 ? (
        <NothingYet title={text.none} />
      ) : (
        <>
          <p className="soft" role="status">
            {fill(text.count, { total: wholeNumber(total, language) })}
          </p>
          <SortableTable columns={columns} rows={actions} rowKey={({ id }) => String(id)} caption={text.title} />
        </>
      )}
      <Pager offset={state.offset} size={PAGE_SIZE} total={total} onOffset={(offset) => update({ offset })} />
    </div>
  );
}
