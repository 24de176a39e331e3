import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/language.tsx';
import { FailureNote } from './FailureNote.tsx';
import { serverText } from './text.ts';
import type { Answer } from './use-answer.ts';

/** What is made of an answer; until it is there, that it is waited for; where it was refused, why. */
export function Answered<T>({ answer, children }: { answer: Answer<T>; children: (data: T) => ReactNode }) {
  const text = useText(serverText);
  const { data, failure, waiting, reload } = answer;
  if (failure !== undefined) return <FailureNote failure={failure} onRetry={reload} />;
  if (data === undefined)
    return waiting ? (
      <div className="answer-waiting" role="status">
        <Spin size="small" /> {text.waiting}
      </div>
    ) : null;
  return <div aria-busy={waiting}>{children(data)}</div>;
}
