import { App, Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { useSession } from '../../session.tsx';
import { planAreas } from '#plan';
import { useLocal, useText } from '../../text/language.tsx';
import { copyText } from './copy-text.ts';
import { forecastText } from './text.ts';

/** Reference, area, undo and redo, reset of everything, and the link. */
export const LabBar = memo(function LabBar({
  scenario,
  area,
  changed,
  canUndo,
  canRedo,
  onUndo,
  onRedo,
  onReset,
  onCopy,
  onScenario,
  onArea,
  saved,
}: {
  scenario: string;
  area: string;
  changed: boolean;
  canUndo: boolean;
  canRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onReset: () => void;
  /** Brings the address up to date before it is copied. */
  onCopy: () => void;
  onScenario: (id: string) => void;
  onArea: (code: string) => void;
  saved: ReactNode;
}) {
  const { pack } = useSession();
  const text = useText(forecastText);
  const local = useLocal();
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    onCopy();
    if (await copyText(location.href)) message.success(text.copied);
    else message.warning(text.notCopied);
  };
  const chosen = pack.scenarios.find(({ id }) => id === scenario)!;
  return (
    <div className="panel lab-bar">
      <label>
        {text.reference}{' '}
        <Select
          aria-label={text.reference}
          value={scenario}
          onChange={onScenario}
          popupMatchSelectWidth={false}
          options={pack.scenarios.map(({ id, label }) => ({ value: id, label: local(label) }))}
        />
      </label>
      <label>
        {text.area}{' '}
        <Select
          aria-label={text.area}
          value={area}
          onChange={onArea}
          popupMatchSelectWidth={false}
          options={planAreas(pack).map(({ code, name }) => ({ value: code, label: local(name) }))}
        />
      </label>
      <span className="lab-buttons">
        <Button disabled={!canUndo} title={text.undoKeys} onClick={onUndo}>
          ↶ {text.undo}
        </Button>
        <Button disabled={!canRedo} title={text.redoKeys} onClick={onRedo}>
          ↷ {text.redo}
        </Button>
        <Button disabled={!changed} onClick={onReset}>
          {text.resetAll}
        </Button>
        <Button onClick={() => void copy()}>{text.copy}</Button>
      </span>
      {saved}
      <p className="soft lab-about">{local(chosen.description)}</p>
    </div>
  );
});
