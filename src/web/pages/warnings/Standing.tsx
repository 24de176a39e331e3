import type { WarningLevel } from '#plan';
import { SourceNote } from '../../figure/SourceNote.tsx';
import { useSession } from '../../session.tsx';
import { useText } from '../../text/language.tsx';
import { standing } from './cells.ts';
import { warningsText } from './text.ts';

/** Where a threshold comes from, with a mark that tells what that is worth. */
export function Standing({ source }: { source: WarningLevel['source'] }) {
  const { pack } = useSession();
  const text = useText(warningsText);
  const kind = standing(pack, source);
  return (
    <span>
      <span className={`wn-mark wn-${kind}`}>
        {kind === 'plan' || kind === 'published' ? '§' : '⚠'} {text[kind]}
      </span>{' '}
      <SourceNote source={source} />
    </span>
  );
}
