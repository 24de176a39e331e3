import type { PanoramaAnswer } from '#api/answers';
import { useText } from '../../text/language.tsx';
import { personText } from './person-text.ts';
import { useWords } from './use-words.ts';

/** 户: who lives together, and kin that departments' rows tell of; a press goes on to that person. */
export function HouseholdPanel({
  panorama,
  onPerson,
}: {
  panorama: PanoramaAnswer;
  onPerson: (person: string) => void;
}) {
  const text = useText(personText);
  const words = useWords();
  const { household, kin } = panorama;
  const link = (person: string, name: string | null) =>
    person === panorama.person ? (
      <b>
        {name ?? text.unnamed} <small className="soft">{text.self}</small>
      </b>
    ) : (
      <button type="button" className="pl-link" onClick={() => onPerson(person)}>
        {name ?? text.unnamed}
      </button>
    );
  return (
    <section>
      <h3>
        {text.household}{' '}
        {household !== null && household.type !== null && <small className="soft">{words.kind(household.type)}</small>}
      </h3>
      {household === null ? (
        <p className="soft">{text.noHousehold}</p>
      ) : (
        <ul className="rg-list">
          {household.members.map(({ person, name, born, sex }) => (
            <li key={person}>
              {link(person, name)} <span className="soft">{[words.code('sex', sex), born ?? '—'].join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
      <h4>{text.kin}</h4>
      {kin.length === 0 ? (
        <p className="soft">{text.noKin}</p>
      ) : (
        <ul className="rg-list">
          {kin.map(({ kind, person, name }) => (
            <li key={`${kind} ${person}`}>
              <span className="soft">{words.kind(kind)}</span> {link(person, name)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
