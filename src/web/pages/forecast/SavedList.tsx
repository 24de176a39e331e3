import { App, Button, Input, Popover } from 'antd';
import { memo, useState } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../../url/use-address.ts';
import { fill } from '../../text/catalogue.ts';
import { useText } from '../../text/language.tsx';
import type { SavedScenario } from './saved-scenarios.ts';
import { LONGEST_NAME, MOST_SAVED, tidyName } from './saved-scenarios.ts';
import { forecastText } from './text.ts';

/** Gives the projection a name and keeps it in this browser; lists those kept, to open or to delete. */
export const SavedList = memo(function SavedList({
  name,
  saved,
  onSave,
  onRemove,
}: {
  /** Name in the address: of a scenario opened from the list or from somebody's link. */
  name: string;
  saved: readonly SavedScenario[];
  onSave: (name: string) => boolean;
  onRemove: (name: string) => void;
}) {
  const text = useText(forecastText);
  const { message } = App.useApp();
  const address = useAddress();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? name;
  const tidy = tidyName(shown);
  const save = (): void => {
    if (tidy === '') return;
    if (saved.length >= MOST_SAVED && saved.every((other) => other.name !== tidy))
      message.warning(fill(text.savedFull, { most: MOST_SAVED }));
    else if (onSave(tidy)) message.success(fill(text.savedAs, { name: tidy }));
    else message.warning(text.notSaved);
    setTyped(undefined);
  };
  const list = (
    <ul className="lab-saved">
      {saved.map((scenario) => (
        <li key={scenario.name}>
          <Link
            href={address('/forecast', {
              ...Object.fromEntries(new URLSearchParams(scenario.query)),
              name: scenario.name,
            })}
          >
            {scenario.name}
          </Link>
          <Button
            size="small"
            type="text"
            aria-label={fill(text.deleteSaved, { name: scenario.name })}
            title={fill(text.deleteSaved, { name: scenario.name })}
            onClick={() => onRemove(scenario.name)}
          >
            ✕
          </Button>
        </li>
      ))}
    </ul>
  );
  return (
    <span className="lab-buttons">
      <Input
        className="lab-name"
        aria-label={text.scenarioName}
        placeholder={text.scenarioName}
        maxLength={LONGEST_NAME}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={save}
      />
      <Button disabled={tidy === ''} onClick={save}>
        {text.save}
      </Button>
      {saved.length > 0 && (
        <Popover trigger="click" content={list} title={text.savedHere}>
          <Button>{fill(text.savedCount, { count: saved.length })}</Button>
        </Popover>
      )}
    </span>
  );
});
