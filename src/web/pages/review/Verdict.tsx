import type { Verdict as Decided } from '#api/answers';
import { useText } from '../../text/language.tsx';
import { reviewText } from './text.ts';

const SIGNS: Readonly<Record<Decided, string>> = { same: '=', different: '≠', unsure: '?' };

/** A verdict as sign and word. */
export function Verdict({ verdict }: { verdict: Decided }) {
  const text = useText(reviewText);
  return (
    <span className={`rv-verdict rv-${verdict}`}>
      <i aria-hidden="true">{SIGNS[verdict]}</i> {text[verdict]}
    </span>
  );
}
