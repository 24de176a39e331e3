import type { PanoramaAnswer } from '#api/answers';
import { useText } from '../../text/language.tsx';
import { personText } from './person-text.ts';
import { useWords } from './use-words.ts';

/** 事: what happened, by whose rows. */
export function HappenedPanel({ panorama }: { panorama: PanoramaAnswer }) {
  const text = useText(personText);
  const words = useWords();
  const { lifeEvents } = panorama;
  return (
    <section>
      <h3>{text.happened}</h3>
      {lifeEvents.length === 0 ? (
        <p className="soft">{text.noEvents}</p>
      ) : (
        <ol className="rg-list">
          {lifeEvents.map(({ kind, day, dataset }, index) => (
            <li key={index}>
              <time>{day}</time> {words.kind(kind)} <span className="soft">{words.dataset(dataset)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
