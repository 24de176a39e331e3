import { useText } from '../text/language.tsx';
import { figureText } from './text.ts';

/** Marks what comes from a simulated city. */
export function SimulatedMark() {
  return <span className="simulated-mark">{useText(figureText).simulated}</span>;
}
