import { useState } from 'react';
import { useText } from '../../text/language.tsx';
import { reasonText } from '../../text/reason-text.ts';
import { personText } from './person-text.ts';

const OFFERED = ['identity-check', 'own-request', 'quality-check', 'survey-check'] as const;

/** Why somebody looks at people: one of the usual purposes, or their own words (four characters at least). Nothing is chosen beforehand. */
export function PurposeField({ onPurpose }: { onPurpose: (purpose: string) => void }) {
  const text = useText(personText);
  const reasons = useText(reasonText);
  const [choice, setChoice] = useState('');
  return (
    <div className="pl-filters">
      <label className="pl-field">
        <span>{text.purpose}</span>
        <select
          value={choice}
          onChange={({ target: { value } }) => {
            setChoice(value);
            onPurpose(value === 'other' ? '' : value);
          }}
        >
          <option value="" disabled>
            {text.choosePurpose}
          </option>
          {OFFERED.map((id) => (
            <option key={id} value={id}>
              {reasons[id]}
            </option>
          ))}
          <option value="other">{text.purposeOther}</option>
        </select>
      </label>
      {choice === 'other' && (
        <label className="pl-field pl-search">
          <span>{text.ownWords}</span>
          <input
            maxLength={200}
            onChange={({ target: { value } }) => onPurpose(value.trim().length >= 4 ? value.trim() : '')}
          />
        </label>
      )}
      <p className="soft rg-recorded">{text.recorded}</p>
    </div>
  );
}
