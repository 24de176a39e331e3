import { parseIdNumber } from '#base';
import { Button } from 'antd';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { formText } from '../../frame/form-text.ts';
import { useText } from '../../text/language.tsx';
import { Choose } from '../plan/Choose.tsx';
import { personText } from './person-text.ts';
import { useWords } from './use-words.ts';

/** What is known of the one looked for, by the API's names; nothing is left blank. */
export type Wanted = Readonly<Record<string, string>>;

/** Asks for a person by identity number, or by name and what else is known. */
export function SearchForm({
  sending,
  ready,
  onSearch,
}: {
  sending: boolean;
  ready: boolean;
  onSearch: (wanted: Wanted) => void;
}) {
  const text = useText(personText);
  const words = useWords();
  const [by, setBy] = useState<'number' | 'name'>('number');
  const faultOf = (number: string): string => {
    const read = parseIdNumber(number.normalize('NFKC'));
    return number !== '' && 'fault' in read ? text[`fault-${read.fault}`] : '';
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const known = [...form.keys()].map((field) => [field, formText(form, field).trim()] as const);
    onSearch(Object.fromEntries(known.filter(([, value]) => value !== '')));
  };
  return (
    <form className="pl-filters" onSubmit={submit}>
      <Choose
        label={text.by}
        value={by}
        onChange={setBy}
        options={[
          { value: 'number', label: text.byNumber },
          { value: 'name', label: text.byName },
        ]}
      />
      {by === 'number' ? (
        <label className="pl-field pl-search">
          <span>{text.number}</span>
          <input
            name="number"
            required
            autoComplete="off"
            onChange={({ target }) => target.setCustomValidity(faultOf(target.value))}
          />
        </label>
      ) : (
        <>
          <label className="pl-field">
            <span>{text.name}</span>
            <input name="name" maxLength={60} autoComplete="off" />
          </label>
          <label className="pl-field">
            <span>{text.born}</span>
            <input name="birth" type="date" />
          </label>
          <label className="pl-field">
            <span>{text.sex}</span>
            <select name="sex">
              <option value="">—</option>
              <option value="female">{words.code('sex', 'female')}</option>
              <option value="male">{words.code('sex', 'male')}</option>
            </select>
          </label>
          <label className="pl-field">
            <span>{text.phone}</span>
            <input name="phone" type="tel" maxLength={40} autoComplete="off" />
          </label>
          <label className="pl-field pl-search">
            <span>{text.address}</span>
            <input name="address" maxLength={200} autoComplete="off" />
          </label>
        </>
      )}
      <Button
        type="primary"
        htmlType="submit"
        loading={sending}
        disabled={!ready}
        title={ready ? '' : text.purposeFirst}
      >
        {text.search}
      </Button>
    </form>
  );
}
