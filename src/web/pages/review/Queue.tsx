import type { ReviewAnswer } from '#api/answers';
import { useEffect, useRef } from 'react';
import { percent, wholeNumber } from '../../figure/format.ts';
import { NothingYet } from '../../frame/NothingYet.tsx';
import { Pager } from '../../frame/Pager.tsx';
import { Answered } from '../../server/Answered.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Choose } from '../plan/Choose.tsx';
import { useWords } from '../register/use-words.ts';
import { Learned } from './Learned.tsx';
import { PairPanel } from './PairPanel.tsx';
import type { ReviewState } from './review-params.ts';
import { STATES } from './review-params.ts';
import { reviewText } from './text.ts';
import { Verdict } from './Verdict.tsx';

/** Pairs that the server sends at a time. */
const PAGE_SIZE = 20;

/** The queue and the pair that is looked at; arrows go on and back. A decided pair leaves the open ones, and heads the decided ones; the next one is shown from its top. */
export function Queue({ state, update }: { state: ReviewState; update: (change: Partial<ReviewState>) => void }) {
  const text = useText(reviewText);
  const language = useLanguage();
  const words = useWords();
  const { at } = state;
  const offset = Math.floor(at / PAGE_SIZE) * PAGE_SIZE;
  const queue = useAnswer<ReviewAnswer>(`/api/review?offset=${offset}&limit=${PAGE_SIZE}&state=${state.state}`);
  const total = queue.data?.total ?? 0;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, select, textarea') !== null) return;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'ArrowRight' && at + 1 < total) update({ at: at + 1 });
      if (event.key === 'ArrowLeft' && at > 0) update({ at: at - 1 });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [at, total, update]);
  const pair = queue.data?.pairs[at - offset]?.records.join(' ');
  const panel = useRef<HTMLDivElement>(null);
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (pair === undefined) return;
    if (before.current !== undefined && before.current !== pair) {
      panel.current?.scrollIntoView();
      if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
    }
    before.current = pair;
  }, [pair]);
  return (
    <Answered answer={queue}>
      {({ open, decided, pairs, learned }) => {
        const shown = pairs[at - offset];
        return (
          <div className="rv-page">
            <div className="panel rv-bar">
              <Choose
                label={text.show}
                value={state.state}
                onChange={(value) => update({ state: value, at: 0 })}
                options={STATES.map((value) => ({ value, label: text[value] }))}
              />
              <p role="status">
                {fill(text.left, { open: wholeNumber(open, language), decided: wholeNumber(decided, language) })}
              </p>
              <Learned learned={learned} />
            </div>
            {total === 0 ? (
              <div className="panel">
                <NothingYet title={state.state === 'decided' ? text.noneDecided : text.noneOpen} />
              </div>
            ) : (
              <div className="rv-split">
                <div className="panel rv-queue">
                  <h2>
                    {text.queue} {state.state !== 'decided' && <small className="soft">{text.order}</small>}
                  </h2>
                  <ol start={offset + 1}>
                    {pairs.map(({ records, probability, datasets, verdict }, index) => (
                      <li key={records.join(' ')}>
                        <button
                          type="button"
                          aria-current={offset + index === at ? 'true' : undefined}
                          onClick={() => update({ at: offset + index })}
                        >
                          <b>{percent(probability, 1, language)}</b>
                          <span>{datasets.map((id) => words.dataset(id)).join(' – ')}</span>
                          {verdict !== null && <Verdict verdict={verdict} />}
                        </button>
                      </li>
                    ))}
                  </ol>
                  <Pager offset={offset} size={PAGE_SIZE} total={total} onOffset={(value) => update({ at: value })} />
                </div>
                {shown === undefined ? (
                  <div className="panel">
                    <NothingYet title={text.pastEnd} />
                  </div>
                ) : (
                  <div className="rv-shown" ref={panel} tabIndex={-1}>
                    <PairPanel
                      key={shown.records.join(' ')}
                      records={shown.records}
                      onDecided={() => {
                        queue.reload();
                        if (state.state === 'decided') update({ at: 0 });
                        else if (state.state === 'open' && at > 0 && at === total - 1) update({ at: at - 1 });
                      }}
                    />
                  </div>
                )}
              </div>
            )}
          </div>
        );
      }}
    </Answered>
  );
}
