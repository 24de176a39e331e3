import { parseIdNumber } from '#base';
import { Button } from 'antd';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { formText } from '../../frame/form-text.ts';
import { useText } from '../../text/language.tsx';
import { Choose } from '../plan/Choose.tsx';
import { personText } from './person-text.ts';

export type Wanted = { readonly number: string } | { readonly name: string; readonly birth: string };

/** Asks for a person by identity number, or by name and day of birth. */
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
  const [by, setBy] = useState<'number' | 'name'>('number');
  const faultOf = (number: string): string => {
    const read = parseIdNumber(number.normalize('NFKC'));
    return number !== '' && 'fault' in read ? text[`fault-${read.fault}`] : '';
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSearch(
      by === 'number'
        ? { number: formText(form, 'number') }
        : { name: formText(form, 'name'), birth: formText(form, 'birth') },
    );
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
            <input name="name" required maxLength={60} autoComplete="off" />
          </label>
          <label className="pl-field">
            <span>{text.born}</span>
            <input name="birth" type="date" required />
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
