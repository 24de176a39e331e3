import type { ChecklistAnswer, DecisionAnswer } from '#api/answers';
import { FailureNote } from '../../../server/FailureNote.tsx';
import { useRequest } from '../../../server/use-request.ts';
import type { Column } from '../../../table/SortableTable.tsx';
import { SortableTable } from '../../../table/SortableTable.tsx';
import { fill } from '../../../text/catalogue.ts';
import { useText } from '../../../text/language.tsx';
import { useWords } from '../use-words.ts';
import { checkText } from './check-text.ts';

type Line = ChecklistAnswer['lines'][number];
type Answer = NonNullable<Line['answer']>;
type OnAnswered = (person: string, answer: Answer) => void;

const ANSWERS: readonly Answer[] = ['here', 'away', 'unknown'];

/** People drawn, where they are to be found, and buttons for what they answer. */
export function CheckLines({
  lines,
  day,
  onAnswered,
}: {
  lines: readonly Line[];
  day: string;
  onAnswered: OnAnswered;
}) {
  const text = useText(checkText);
  const words = useWords();
  const columns: readonly Column<Line>[] = [
    { id: 'address', title: text.address, cell: ({ address }) => address ?? text.noAddress },
    {
      id: 'answer',
      title: text.answer,
      cell: (line) => <AnswerButtons line={line} day={day} onAnswered={onAnswered} />,
    },
    { id: 'name', title: text.name, cell: ({ name }) => name ?? text.unnamed },
    { id: 'sex', title: text.sex, cell: ({ sex }) => words.code('sex', sex) },
    { id: 'born', title: text.born, cell: ({ born }) => born ?? '—' },
    {
      id: 'township',
      title: text.township,
      cell: ({ township }) => (township === null ? text.unknownTownship : words.place(township)),
    },
  ];
  return <SortableTable columns={columns} rows={lines} rowKey={({ person }) => person} caption={text.caption} />;
}

/** Each line sends by itself: the next one pressed does not give up the one before. */
function AnswerButtons({ line, day, onAnswered }: { line: Line; day: string; onAnswered: OnAnswered }) {
  const text = useText(checkText);
  const { send, sending, failure } = useRequest();
  const { person, name } = line;
  const press = async (answer: Answer): Promise<void> => {
    const recorded = await send<DecisionAnswer>('/api/register/checks', { person, answer, day });
    if (recorded !== undefined) onAnswered(person, answer);
  };
  return (
    <div role="group" aria-label={fill(text.answerOf, { name: name ?? text.unnamed })} className="ck-answers">
      {ANSWERS.map((answer) => (
        <button
          key={answer}
          type="button"
          aria-pressed={line.answer === answer}
          disabled={sending || day === ''}
          onClick={() => void press(answer)}
        >
          {text[answer]}
        </button>
      ))}
      {failure !== undefined && <FailureNote failure={failure} />}
    </div>
  );
}
