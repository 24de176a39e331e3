import type { TargetStatus } from '#monitoring';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useText } from '../../text/language.tsx';
import { planText } from './text.ts';

/** The latest actual figure with its year; where there is none, who would have to report it or why it cannot be computed. */
export function Latest({ status: { indicator, area, latest } }: { status: TargetStatus }) {
  const { book } = useSession();
  const text = useText(planText);
  if (latest !== undefined)
    return (
      <>
        <FigureValue figure={latest} bare />{' '}
        <small className="soft">{fill(text.yearShort, { year: latest.year })}</small>
      </>
    );
  if (indicator.formula === undefined) return <span className="soft pl-by-hand">{text.byHand}</span>;
  return <FigureValue figure={book.actual(indicator.id, area, book.baseline.baseYear)} bare />;
}
