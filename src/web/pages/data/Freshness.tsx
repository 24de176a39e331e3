import type { FeedAnswer } from '#api/answers';
import { useText } from '../../text/language.tsx';
import { dataText } from './text.ts';

const SIGNS = { fresh: '✓', late: '!', never: '–' } as const;

/** Whether a feed is in time, as sign, word and colour. */
export function Freshness({ freshness }: { freshness: FeedAnswer['freshness'] }) {
  const text = useText(dataText);
  return (
    <span className={`dt-freshness dt-${freshness}`}>
      <i aria-hidden="true">{SIGNS[freshness]}</i> {text[freshness]}
    </span>
  );
}
