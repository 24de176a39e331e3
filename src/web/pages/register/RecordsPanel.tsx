import type { PanoramaAnswer } from '#api/answers';
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../text/language.tsx';
import { PairPanel } from '../review/PairPanel.tsx';
import { personText } from './person-text.ts';
import { useWords } from './use-words.ts';

/** Records of each department that make up the person. Two of them can be looked at side by side, and taken apart by a decision: so a wrong merge is undone. */
export function RecordsPanel({ records }: { records: PanoramaAnswer['records'] }) {
  const text = useText(personText);
  const words = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [pair, setPair] = useState<readonly [string, string]>();
  const [decided, setDecided] = useState(false);
  const datasets = [...new Set(records.map(({ dataset }) => dataset))];
  const toggle = (record: string): void => {
    setPair(undefined);
    setDecided(false);
    setChosen((now) => (now.includes(record) ? now.filter((one) => one !== record) : [...now, record].slice(-2)));
  };
  const [a, b] = chosen;
  return (
    <section className="rg-wide">
      <h3>
        {text.records} <small className="soft">{records.length}</small>
      </h3>
      <ul className="rg-list rg-records">
        {datasets.map((id) => (
          <li key={id}>
            <b>{words.dataset(id)}</b>
            {records
              .filter(({ dataset }) => dataset === id)
              .map(({ record, role, since, latest }) => (
                <label key={record} className="rg-record" title={record}>
                  <input type="checkbox" checked={chosen.includes(record)} onChange={() => toggle(record)} />{' '}
                  {words.kind(role)} <span className="soft">{since === latest ? since : `${since} – ${latest}`}</span>
                </label>
              ))}
          </li>
        ))}
      </ul>
      {records.length > 1 && (
        <p className="rg-compare">
          <Button
            size="small"
            disabled={a === undefined || b === undefined}
            onClick={() => a !== undefined && b !== undefined && setPair([a, b])}
          >
            {text.compare}
          </Button>{' '}
          <span className="soft">{decided ? text.decidedNote : text.compareNote}</span>
        </p>
      )}
      {pair !== undefined && <PairPanel key={pair.join(' ')} records={pair} onDecided={() => setDecided(true)} />}
    </section>
  );
}
