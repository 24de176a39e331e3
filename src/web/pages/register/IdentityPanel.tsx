import type { PanoramaAnswer } from '#api/answers';
import { useText } from '../../text/language.tsx';
import { personText } from './person-text.ts';
import { useWords } from './use-words.ts';

/** Where departments disagree about the person, and what became of the identifier. */
export function IdentityPanel({
  panorama,
  onPerson,
}: {
  panorama: PanoramaAnswer;
  onPerson: (person: string) => void;
}) {
  const text = useText(personText);
  const words = useWords();
  const { disagreements, identity } = panorama;
  return (
    <section>
      <h3>{text.disagreements}</h3>
      {disagreements.length === 0 ? (
        <p className="soft">{text.noDisagreements}</p>
      ) : (
        <>
          <p className="soft">{text.disagreementsNote}</p>
          <ul className="rg-list">
            {disagreements.map(({ attribute, dataset, value }) => (
              <li key={`${attribute} ${dataset} ${value}`}>
                {words.kind(attribute)} <b>{words.value(attribute, value)}</b>{' '}
                <span className="soft">{words.dataset(dataset)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{text.identity}</h4>
      <ul className="rg-list">
        {identity.map(({ kind, other, day }, index) => (
          <li key={index}>
            <time>{day}</time> {words.kind(kind)}{' '}
            {other !== null && (
              <button type="button" className="pl-link" onClick={() => onPerson(other)}>
                {other}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
