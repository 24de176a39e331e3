import type { Estimate, ReviewAnswer } from '#api/answers';
import { percent } from '../../figure/format.ts';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { reviewText } from './text.ts';

/** What the decisions so far say of the model: how much of what it joins is right, and how much of what belongs together it joins. */
export function Learned({ learned }: { learned: ReviewAnswer['learned'] }) {
  const text = useText(reviewText);
  const language = useLanguage();
  if (learned === null) return <p className="soft">{text.tooFew}</p>;
  const shown = ({ value, low, high }: Estimate): string =>
    fill(text.estimate, {
      value: percent(value, 2, language),
      low: percent(low, 2, language),
      high: percent(high, 2, language),
    });
  return (
    <dl className="rv-learned" title={text.learnedHint}>
      <div>
        <dt>{fill(text.learnedFrom, { count: learned.decisions })}</dt>
        <dd>
          {text.precision} {shown(learned.precision)}
        </dd>
        <dd>
          {text.recall} {shown(learned.recall)}
        </dd>
      </div>
    </dl>
  );
}
