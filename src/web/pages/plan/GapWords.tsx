import type { TargetStatus } from '#monitoring';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { signalText } from '../../figure/signal-text.ts';
import { fill } from '../../text/catalogue.ts';
import { useText } from '../../text/language.tsx';
import { Sentence } from '../../text/Sentence.tsx';
import { gapFigure, plannedFigure } from '../../figure/targets.ts';
import { planText } from './text.ts';

/** Where the latest figure stands against the plan's path, as a sentence; or why that cannot be told. */
export function GapWords({ status }: { status: TargetStatus }) {
  const text = useText(planText);
  const signal = useText(signalText);
  const { latest, gap, progress, reason, targets, indicator } = status;
  const [planned, difference] = [plannedFigure(status), gapFigure(status)];
  if (targets.length === 0) return <p>{text.noTargets}</p>;
  if (latest === undefined && indicator.formula === undefined) return <p>{text.byHand}</p>;
  if (latest === undefined || gap === undefined || planned === undefined || difference === undefined)
    return <p>{fill(text.noGap, { reason: signal[reason ?? 'no-actual'] })}</p>;
  if (reason === 'no-actual')
    return (
      <p>
        <Sentence
          text={fill(text.gapBase, { year: latest.year, latest: '{latest}' })}
          parts={{ latest: <FigureValue figure={latest} /> }}
        />
      </p>
    );
  const sentence = Math.abs(gap) < 1e-9 ? text.gapNone : gap > 0 ? text.gapAbove : text.gapBelow;
  return (
    <p>
      <Sentence
        text={fill(sentence, { year: latest.year, latest: '{latest}', planned: '{planned}', gap: '{gap}' })}
        parts={{
          latest: <FigureValue figure={latest} />,
          planned: <FigureValue figure={planned} />,
          gap: <FigureValue figure={{ ...difference, value: Math.abs(gap) }} />,
        }}
      />{' '}
      {progress !== undefined &&
        (progress < 0 ? text.away : fill(text.progress, { share: Math.round(progress * 100) }))}
    </p>
  );
}
