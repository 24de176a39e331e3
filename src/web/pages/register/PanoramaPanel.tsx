import type { PanoramaAnswer } from '#api/answers';
import { Answered } from '../../server/Answered.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import { useText } from '../../text/language.tsx';
import { HappenedPanel } from './HappenedPanel.tsx';
import { HouseholdPanel } from './HouseholdPanel.tsx';
import { IdentityPanel } from './IdentityPanel.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { personText } from './person-text.ts';
import { RecordsPanel } from './RecordsPanel.tsx';
import { PlaceNames } from './place-names.ts';
import type { Version } from './register-figure.ts';
import { SpellsPanel } from './SpellsPanel.tsx';

/** One person: who, with whom, where, and what happened; as known now, or as known on an earlier day. */
export function PanoramaPanel({
  person,
  known,
  purpose,
  version,
  onKnown,
  onPerson,
}: {
  person: string;
  known: string;
  purpose: string;
  version: Version;
  onKnown: (known: string) => void;
  onPerson: (person: string) => void;
}) {
  const text = useText(personText);
  const look = useAnswer<PanoramaAnswer>('/api/register/looks', {
    person,
    purpose,
    ...(known === '' ? {} : { knownOn: known }),
  });
  return (
    <>
      <div className="pl-filters">
        <h2>{text.panorama}</h2>
        <label className="pl-field">
          <span>{text.knownOn}</span>
          <input
            type="date"
            value={known === '' ? version.known : known}
            max={version.known}
            onChange={({ target: { value } }) => onKnown(value === version.known ? '' : value)}
          />
        </label>
        {known !== '' && (
          <button type="button" className="pl-link" onClick={() => onKnown('')}>
            {text.knownNow}
          </button>
        )}
      </div>
      <Answered answer={look}>
        {(panorama) => (
          <PlaceNames value={panorama.places}>
            <div className="rg-panorama">
              <PersonPanel panorama={panorama} />
              <HouseholdPanel panorama={panorama} onPerson={onPerson} />
              <SpellsPanel spells={panorama.spells} known={known === '' ? version.known : known} />
              <HappenedPanel panorama={panorama} />
              <IdentityPanel panorama={panorama} onPerson={onPerson} />
              <RecordsPanel key={person} records={panorama.records} />
            </div>
          </PlaceNames>
        )}
      </Answered>
    </>
  );
}
