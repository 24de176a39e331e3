import type { ChecklistAnswer } from '#api/answers';
import { Button } from 'antd';
import { useState } from 'react';
import { countiesOf } from '#plan';
import { useAccount } from '../../../account/account.tsx';
import { NeedsRole } from '../../../account/NeedsRole.tsx';
import { Pager } from '../../../frame/Pager.tsx';
import { FailureNote } from '../../../server/FailureNote.tsx';
import { useRequest } from '../../../server/use-request.ts';
import { useSession } from '../../../session.tsx';
import { fill } from '../../../text/catalogue.ts';
import { useLocal, useText } from '../../../text/language.tsx';
import { Choose } from '../../plan/Choose.tsx';
import type { Version } from '../register-figure.ts';
import { useWords } from '../use-words.ts';
import { CheckLines } from './CheckLines.tsx';
import { checkText } from './check-text.ts';
import './checks.css';

const PAGE_SIZE = 50;
/** Reason recorded with each look at the list. */
const PURPOSE = 'residence-check';
/** Stands for the people of a county whose township is not known, and for everybody. */
const ALL = '';

/** People drawn to be asked at home whether they live in the city, and their answers, for a clerk. */
export function CheckTab({ version }: { version: Version }) {
  const text = useText(checkText);
  return (
    <div className="panel">
      <p className="soft">{text.intro}</p>
      <NeedsRole needed="clerk" why={text.why}>
        <Checklist version={version} />
      </NeedsRole>
    </div>
  );
}

/** What was drawn lives here alone: it goes when the page is left. */
function Checklist({ version }: { version: Version }) {
  const text = useText(checkText);
  const local = useLocal();
  const words = useWords();
  const { pack } = useSession();
  const { account } = useAccount();
  const { send, sending, failure } = useRequest();
  const areas = account?.areas ?? [];
  const counties = countiesOf(pack).filter(({ code }) => areas.length === 0 || areas.includes(code));
  const [county, setCounty] = useState(counties[0]?.code ?? '');
  const [day, setDay] = useState(version.known);
  const [shown, setShown] = useState<{ list: ChecklistAnswer; township: string; offset: number }>();
  const load = async (township: string, offset: number): Promise<void> => {
    const list = await send<ChecklistAnswer>('/api/register/checklist', {
      county,
      township: township === ALL ? null : township,
      offset,
      limit: PAGE_SIZE,
      purpose: PURPOSE,
    });
    if (list !== undefined) setShown({ list, township, offset });
  };
  const sum = (name: 'people' | 'answered'): number =>
    (shown?.list.townships ?? [])
      .filter(({ township }) => shown?.township === ALL || township === shown?.township)
      .reduce((total, count) => total + count[name], 0);
  return (
    <div className="ck-list">
      <div className="pl-filters">
        <Choose
          label={text.county}
          value={county}
          onChange={(code) => {
            setCounty(code);
            setShown(undefined);
          }}
          options={counties.map(({ code, name }) => ({ value: code, label: local(name) }))}
        />
        {shown !== undefined && (
          <Choose
            label={text.township}
            value={shown.township}
            onChange={(township) => void load(township, 0)}
            options={[
              { value: ALL, label: text.all },
              ...shown.list.townships.flatMap(({ township }) =>
                township === null ? [] : [{ value: township, label: words.place(township) }],
              ),
            ]}
          />
        )}
        <label className="pl-field">
          <span>{text.day}</span>
          <input type="date" required value={day} onChange={({ target: { value } }) => setDay(value)} />
        </label>
        {shown === undefined && (
          <Button type="primary" loading={sending} disabled={county === ''} onClick={() => void load(ALL, 0)}>
            {text.show}
          </Button>
        )}
      </div>
      {day > version.known && <p role="status">{fill(text.future, { known: version.known })}</p>}
      {failure !== undefined && <FailureNote failure={failure} />}
      {shown !== undefined && (
        <>
          <p role="status">{fill(text.done, { answered: sum('answered'), people: sum('people') })}</p>
          <CheckLines
            lines={shown.list.lines}
            day={day}
            onAnswered={(person, answer) => setShown({ ...shown, list: withAnswer(shown.list, person, answer) })}
          />
          <Pager
            offset={shown.offset}
            size={PAGE_SIZE}
            total={shown.list.total}
            onOffset={(offset) => void load(shown.township, offset)}
          />
        </>
      )}
    </div>
  );
}

type Line = ChecklistAnswer['lines'][number];

/** The list with somebody's answer, counted with the township's. */
function withAnswer(list: ChecklistAnswer, person: string, answer: NonNullable<Line['answer']>): ChecklistAnswer {
  const before = list.lines.find((line) => line.person === person);
  const more = before?.answer === null ? 1 : 0;
  return {
    ...list,
    townships: list.townships.map((count) =>
      count.township === before?.township ? { ...count, answered: count.answered + more } : count,
    ),
    lines: list.lines.map((line) => (line.person === person ? { ...line, answer } : line)),
  };
}
