import type { RegisterAnswer } from '#api/answers';
import { NeedsRole } from '../../account/NeedsRole.tsx';
import { SimulatedMark } from '../../figure/SimulatedMark.tsx';
import { IgnoredNote } from '../../frame/IgnoredNote.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import { useText } from '../../text/language.tsx';
import { useUrlState } from '../../url/use-url-state.ts';
import { Queue } from './Queue.tsx';
import { reviewParams } from './review-params.ts';
import { reviewText } from './text.ts';
import '../plan/plan.css';
import './review.css';

/** A clerk decides which doubtful pairs of records are one person; the next refresh heeds it and the model's error rate is learned. */
export default function ReviewPage() {
  const text = useText(reviewText);
  const { state, update, ignored } = useUrlState(reviewParams);
  const register = useAnswer<RegisterAnswer>('/api/register');
  return (
    <section className="page rv-page">
      <IgnoredNote ignored={ignored} />
      <h1>
        {text.title}
        {register.data?.version?.simulated === true && <SimulatedMark />}
      </h1>
      <p className="soft">{text.intro}</p>
      <NeedsRole needed="clerk" why={text.whyClerk}>
        <Queue state={state} update={update} />
      </NeedsRole>
    </section>
  );
}
