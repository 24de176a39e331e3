import type { PanoramaAnswer } from '#api/answers';
import { useText } from '../../text/language.tsx';
import { personText } from './person-text.ts';
import { useWords } from './use-words.ts';

/** 事: what happened, by whose rows, and the records of each department. */
export function HappenedPanel({ panorama }: { panorama: PanoramaAnswer }) {
  const text = useText(personText);
  const words = useWords();
  const { lifeEvents, records } = panorama;
  const datasets = [...new Set(records.map(({ dataset }) => dataset))];
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
      <h4>
        {text.records} <small className="soft">{records.length}</small>
      </h4>
      <ul className="rg-list">
        {datasets.map((id) => {
          const own = records.filter(({ dataset }) => dataset === id);
          return (
            <li key={id}>
              <b>{words.dataset(id)}</b>{' '}
              {own.map(({ record, role, since, latest }) => (
                <span key={record} className="rg-record" title={record}>
                  {words.kind(role)} <span className="soft">{since === latest ? since : `${since} – ${latest}`}</span>
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
