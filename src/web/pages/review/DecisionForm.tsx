import type { DecisionAnswer, Verdict } from '#api/answers';
import { Button } from 'antd';
import type { SubmitEvent } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { FailureNote } from '../../server/FailureNote.tsx';
import { useRequest } from '../../server/use-request.ts';
import { useText } from '../../text/language.tsx';
import { reasonText } from '../../text/reason-text.ts';
import { reviewText } from './text.ts';

const VERDICTS = ['same', 'different', 'unsure'] as const satisfies readonly Verdict[];

/** Reasons usually given for a verdict; any other can be written. */
const REASONS = {
  same: ['same-slip', 'same-all', 'same-kin', 'same-asked'],
  different: ['different-namesake', 'different-sibling', 'different-family', 'different-asked'],
  unsure: ['unsure-little', 'unsure-papers', 'unsure-passed'],
} as const;

/** Same, different or unsure, with a reason: keys 1, 2, 3 choose, arrows choose the reason, Enter decides. Deciding anew undoes. */
export function DecisionForm({
  records,
  again,
  onDecided,
}: {
  records: readonly [string, string];
  again: boolean;
  onDecided: () => void;
}) {
  const text = useText(reviewText);
  const words = useText(reasonText);
  const { send, sending, failure } = useRequest();
  const [verdict, setVerdict] = useState<Verdict>();
  const [reason, setReason] = useState('');
  const reasons = useRef<HTMLFieldSetElement>(null);
  const choose = useCallback((chosen: Verdict): void => {
    setVerdict(chosen);
    setReason('');
  }, []);
  useEffect(() => {
    if (verdict !== undefined) reasons.current?.querySelector('input')?.focus();
  }, [verdict]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest('input[type=text], select') !== null;
      const chosen = VERDICTS[Number(event.key) - 1];
      if (typing || chosen === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      choose(chosen);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [choose]);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (verdict === undefined || reason.trim().length < 2) return;
    const answer = await send<DecisionAnswer>('/api/review/decisions', { records, verdict, reason: reason.trim() });
    if (answer !== undefined) onDecided();
  };
  const offered: readonly (keyof typeof words)[] = verdict === undefined ? [] : REASONS[verdict];
  return (
    <form className="rv-decide" onSubmit={(event) => void submit(event)}>
      <h3>{again ? text.decideAgain : text.decide}</h3>
      <div className="rv-verdicts">
        {VERDICTS.map((each, index) => (
          <button
            key={each}
            type="button"
            className={`rv-choose rv-${each}`}
            aria-pressed={verdict === each}
            onClick={() => choose(each)}
          >
            <kbd>{index + 1}</kbd> {text[each]}
          </button>
        ))}
      </div>
      {verdict !== undefined && (
        <fieldset ref={reasons}>
          <legend>{text.reason}</legend>
          {offered.map((each) => (
            <label key={each}>
              <input type="radio" name="reason" checked={reason === each} onChange={() => setReason(each)} />{' '}
              {words[each]}
            </label>
          ))}
          <input
            type="text"
            aria-label={text.otherReason}
            placeholder={text.otherReason}
            maxLength={200}
            value={offered.some((each) => each === reason) ? '' : reason}
            onChange={({ target: { value } }) => setReason(value)}
          />
          <Button type="primary" htmlType="submit" loading={sending} disabled={reason.trim().length < 2}>
            {text.confirm}
          </Button>
        </fieldset>
      )}
      {failure !== undefined && <FailureNote failure={failure} />}
      <p className="source">{text.keys}</p>
    </form>
  );
}
