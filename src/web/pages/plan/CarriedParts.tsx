import type { CarriedOut } from '#plan';
import { Link, useSearch } from 'wouter';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { PLACE_OF, capabilityText } from './capability-words.ts';
import { planText } from './text.ts';

/** What of the product carries out parts of a section, with the way there, what it does and what it lacks. */
export function CarriedParts({ parts }: { parts: readonly CarriedOut[] }) {
  const text = useText(planText);
  const words = useText(capabilityText);
  const local = useLocal();
  const language = new URLSearchParams(useSearch()).get('lang');
  if (parts.length === 0) return <span className="soft">—</span>;
  const address = (place: string): string =>
    language === null ? place : `${place}${place.includes('?') ? '&' : '?'}lang=${language}`;
  return (
    <details>
      <summary>{parts.length}</summary>
      <ul className="pl-related">
        {parts.map(({ id, by, does, lacks }) => (
          <li key={id}>
            <Link href={address(PLACE_OF[by])}>{words[by]}</Link>: {local(does)}
            {lacks !== undefined && <small className="soft"> {fill(text.lacks, { what: local(lacks) })}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}
