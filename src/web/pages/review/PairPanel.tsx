import type { PairAnswer } from '#api/answers';
import { Answered } from '../../server/Answered.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import { momentWords } from '../../figure/format.ts';
import { wordFor } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { reasonText } from '../../text/reason-text.ts';
import { PlaceNames } from '../register/place-names.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { SidesTable } from './SidesTable.tsx';
import { reviewText } from './text.ts';
import { Verdict } from './Verdict.tsx';
import { WaterfallPanel } from './WaterfallPanel.tsx';
import './review.css';

/** One pair: both records side by side, the evidence, what was decided before, and the decision. */
export function PairPanel({ records, onDecided }: { records: readonly [string, string]; onDecided: () => void }) {
  const text = useText(reviewText);
  const reasons = useText(reasonText);
  const language = useLanguage();
  const pair = useAnswer<PairAnswer>('/api/review/pair', { records });
  return (
    <section className="panel rv-pair">
      <Answered answer={pair}>
        {(answer) => (
          <>
            <PlaceNames value={answer.places}>
              <SidesTable sides={answer.sides} />
            </PlaceNames>
            {answer.steps.length === 0 ? (
              <p className="soft">{text.noEvidence}</p>
            ) : (
              <WaterfallPanel steps={answer.steps} probability={answer.probability} />
            )}
            {answer.decisions.length > 0 && (
              <>
                <h3>{text.decisions}</h3>
                <ul className="rv-decisions">
                  {answer.decisions.map(({ by, at, verdict, reason }) => (
                    <li key={at}>
                      <Verdict verdict={verdict} /> {wordFor(reasons, reason)}{' '}
                      <span className="soft">
                        {by} · {momentWords(at, language)}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <DecisionForm
              key={answer.decisions.length}
              records={records}
              again={answer.decisions.length > 0}
              onDecided={() => {
                pair.reload();
                onDecided();
              }}
            />
          </>
        )}
      </Answered>
    </section>
  );
}
