import type { CorrectionAnswer, QuarantineAnswer } from '#api/answers';
import type { Dataset } from '#plan';
import { Alert, Button } from 'antd';
import type { SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { formText } from '../../frame/form-text.ts';
import { FailureNote } from '../../server/FailureNote.tsx';
import { useRequest } from '../../server/use-request.ts';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { reasonKey, reasonText } from '../../text/reason-text.ts';
import { dataText } from './text.ts';

type Row = QuarantineAnswer['rows'][number];

/** One row that waits: why, its key and what is wrong; with all columns a form to correct it in place. What is left blank stays as written. */
export function QuarantinedRow({ dataset, row, onCorrected }: { dataset: Dataset; row: Row; onCorrected: () => void }) {
  const text = useText(dataText);
  const local = useLocal();
  const reasons = useText(reasonText);
  const form = useRef<HTMLFormElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const [refused, setRefused] = useState<CorrectionAnswer['reasons']>([]);
  const { send, sending, failure } = useRequest();
  const faulty = new Set(row.reasons.flatMap(({ field }) => (field === null ? [] : [field])));
  const fieldOf = (column: string) => dataset.fields.find((field) => field.column === column);
  const isFaulty = (column: string): boolean => faulty.has(fieldOf(column)?.id ?? column) || faulty.has(column);
  const shown = Object.entries(row.values).filter(
    ([column]) => editing || isFaulty(column) || dataset.key.includes(fieldOf(column)?.id ?? ''),
  );
  useEffect(() => {
    if (editing) form.current?.querySelector<HTMLInputElement>('.dt-fault input')?.focus();
  }, [editing]);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const written = new FormData(event.currentTarget);
    const reason = reasonKey(reasons, formText(written, 'reason').trim());
    const changes = Object.fromEntries(
      Object.keys(row.values).flatMap((column) => {
        const value = formText(written, `value ${column}`);
        return value === '' ? [] : [[column, value]];
      }),
    );
    const answer = await send<CorrectionAnswer>(`/api/datasets/${dataset.id}/quarantine/${row.batch}/${row.line}`, {
      changes,
      reason,
    });
    if (answer === undefined) return;
    setRefused(answer.reasons);
    if (answer.accepted) onCorrected();
  };
  return (
    <form className="dt-row" ref={form} onSubmit={(event) => void submit(event)}>
      <header>
        <b>{fill(text.line, { line: row.line })}</b> <code className="soft">{row.batch.slice(0, 8)}</code>
        <Button size="small" ref={toggle} aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {text.correct}
        </Button>
      </header>
      <ul className="dt-reasons">
        {row.reasons.map((reason) => (
          <li key={reason.en}>{local(reason)}</li>
        ))}
      </ul>
      <dl className="dt-values">
        {shown.map(([column, value]) => (
          <div key={column} className={isFaulty(column) ? 'dt-fault' : ''}>
            <dt>
              {column}
              {fieldOf(column)?.required === true && <small className="soft"> {text.required}</small>}
            </dt>
            <dd>
              {value ?? <span className="soft">{text.blank}</span>}
              {editing && (
                <input
                  name={`value ${column}`}
                  aria-label={fill(text.newValue, { column })}
                  placeholder={isFaulty(column) ? text.newValueHint : ''}
                  autoComplete="off"
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {editing && (
        <div className="dt-send">
          <label>
            {text.reason} <input name="reason" required minLength={2} maxLength={200} list="dt-correction-reasons" />
          </label>
          <datalist id="dt-correction-reasons">
            {(['row-asked', 'row-paper', 'row-typing'] as const).map((offered) => (
              <option key={offered}>{reasons[offered]}</option>
            ))}
          </datalist>
          <Button type="primary" size="small" htmlType="submit" loading={sending}>
            {text.reenter}
          </Button>
          <Button
            size="small"
            onClick={() => {
              setEditing(false);
              toggle.current?.focus();
            }}
          >
            {text.cancel}
          </Button>
        </div>
      )}
      {refused.length > 0 && (
        <Alert
          type="error"
          title={text.stillRefused}
          description={refused.map((reason) => local(reason)).join(' · ')}
        />
      )}
      {failure !== undefined && <FailureNote failure={failure} />}
    </form>
  );
}
