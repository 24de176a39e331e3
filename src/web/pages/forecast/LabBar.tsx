import { App, Button, Select } from 'antd';
import { useSession } from '../../session.tsx';
import { planAreas } from '#plan';
import { useLocal, useText } from '../../text/language.tsx';
import { copyText } from './copy-text.ts';
import { forecastText } from './text.ts';
import type { EditTools } from './use-edits.ts';

/** Reference, area, undo and redo, reset of everything, and the link. */
export function LabBar({
  scenario,
  area,
  tools,
  changed,
  onScenario,
  onArea,
}: {
  scenario: string;
  area: string;
  tools: EditTools;
  changed: boolean;
  onScenario: (id: string) => void;
  onArea: (code: string) => void;
}) {
  const { pack } = useSession();
  const text = useText(forecastText);
  const local = useLocal();
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    tools.write();
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
        <Button disabled={tools.undo === undefined} title={text.undoKeys} onClick={() => tools.undo?.()}>
          ↶ {text.undo}
        </Button>
        <Button disabled={tools.redo === undefined} title={text.redoKeys} onClick={() => tools.redo?.()}>
          ↷ {text.redo}
        </Button>
        <Button disabled={!changed} onClick={() => tools.reset()}>
          {text.resetAll}
        </Button>
        <Button onClick={() => void copy()}>{text.copy}</Button>
      </span>
      <p className="soft lab-about">{local(chosen.description)}</p>
    </div>
  );
}
