import type { NoSolution, Plausibility, Solution } from '#outlook';
import { UNKNOWN_NAMES } from '#outlook';
import { Button } from 'antd';
import { useLocal, useText } from '../../../text/language.tsx';
import { solveText } from './text.ts';

/** One assumption's answer: the sentence, how it stands against the past, and a way to take it over. */
export function SolutionCard({
  answer,
  judged,
  unknown,
  onAdopt,
}: {
  answer: Solution | NoSolution;
  judged: Plausibility | undefined;
  unknown: Solution['unknown'];
  onAdopt: (solution: Solution) => void;
}) {
  const text = useText(solveText);
  const local = useLocal();
  const name = local(UNKNOWN_NAMES[unknown]);
  return (
    <article className={`lab-solution ${judged?.grade ?? 'none'}`}>
      <h3>
        {name} <small className="lab-grade">{judged === undefined ? text.noAnswer : text[judged.grade]}</small>
      </h3>
      <p>{local(answer.words)}</p>
      {judged !== undefined && (
        <details open>
          <summary>{text.evidence}</summary>
          <ul>
            {judged.sentences.map((sentence) => (
              <li key={sentence.zh}>{local(sentence)}</li>
            ))}
          </ul>
        </details>
      )}
      {answer.found && (
        <Button size="small" onClick={() => onAdopt(answer)} aria-label={`${text.adopt}: ${name}`}>
          {text.adopt}
        </Button>
      )}
    </article>
  );
}
