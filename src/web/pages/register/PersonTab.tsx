import type { FoundAnswer } from '#api/answers';
import { useState } from 'react';
import { NeedsRole } from '../../account/NeedsRole.tsx';
import { FailureNote } from '../../server/FailureNote.tsx';
import { useRequest } from '../../server/use-request.ts';
import { useText } from '../../text/language.tsx';
import { FoundTable } from './FoundTable.tsx';
import { PanoramaPanel } from './PanoramaPanel.tsx';
import { PurposeField } from './PurposeField.tsx';
import type { Version } from './register-figure.ts';
import type { RegisterState, UpdateRegister } from './register-params.ts';
import type { Wanted } from './SearchForm.tsx';
import { SearchForm } from './SearchForm.tsx';
import { personText } from './person-text.ts';

interface Props {
  readonly version: Version;
  readonly state: RegisterState;
  readonly update: UpdateRegister;
}

/** Search of a person and the panorama 人—户—房—事, for a clerk with a purpose. */
export function PersonTab(props: Props) {
  const text = useText(personText);
  return (
    <div className="panel">
      <NeedsRole needed="clerk" why={text.whyClerk}>
        <Person {...props} />
      </NeedsRole>
    </div>
  );
}

/** The purpose and what was searched for live here alone: they go when the page is left. */
function Person({ version, state, update }: Props) {
  const text = useText(personText);
  const { send, sending, failure } = useRequest();
  const [purpose, setPurpose] = useState('');
  const [found, setFound] = useState<readonly FoundAnswer[]>();
  const search = async (wanted: Wanted): Promise<void> => {
    setFound(undefined);
    update({ person: '', known: '' });
    setFound(await send<readonly FoundAnswer[]>('/api/register/search', { ...wanted, purpose }));
  };
  return (
    <div className="rg-person">
      <PurposeField onPurpose={setPurpose} />
      <SearchForm sending={sending} ready={purpose !== ''} onSearch={(wanted) => void search(wanted)} />
      {failure !== undefined && <FailureNote failure={failure} />}
      {found !== undefined && (
        <FoundTable found={found} chosen={state.person} onPerson={(person) => update({ person, known: '' })} />
      )}
      {state.person !== '' &&
        (purpose === '' ? (
          <p role="status">{text.purposeFirst}</p>
        ) : (
          <PanoramaPanel
            person={state.person}
            known={state.known}
            purpose={purpose}
            version={version}
            onKnown={(known) => update({ known })}
            onPerson={(person) => update({ person, known: '' })}
          />
        ))}
    </div>
  );
}
