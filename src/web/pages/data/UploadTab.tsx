import type { UploadAnswer } from '#api/answers';
import type { Dataset } from '#plan';
import { Alert, Button, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { NeedsRole } from '../../account/NeedsRole.tsx';
import { wholeNumber } from '../../figure/format.ts';
import { FailureNote } from '../../server/FailureNote.tsx';
import { RequestFailure } from '../../server/request.ts';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { dataText } from './text.ts';
import { upload } from './upload.ts';

interface Props {
  readonly dataset: Dataset;
  readonly onLanded: () => void;
}

/** Takes a file of the feed in, for a data officer: how far it is, then what became of its rows. */
export function UploadTab(props: Props) {
  const text = useText(dataText);
  return (
    <NeedsRole needed="officer" why={text.whyOfficer}>
      <Upload {...props} />
    </NeedsRole>
  );
}

type State =
  | { readonly step: 'sending'; readonly file: string; readonly share: number }
  | { readonly step: 'done'; readonly file: string; readonly answer: UploadAnswer }
  | { readonly step: 'failed'; readonly file: string; readonly failure: RequestFailure };

function Upload({ dataset, onLanded }: Props) {
  const text = useText(dataText);
  const local = useLocal();
  const [state, setState] = useState<State>();
  const call = useRef<ReturnType<typeof upload>>(undefined);
  useEffect(() => () => call.current?.stop(), []);
  const send = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const file = chosen.name;
    const own = upload(dataset.id, chosen, (share) => setState({ step: 'sending', file, share }));
    call.current = own;
    setState({ step: 'sending', file, share: 0 });
    try {
      const answer = await own.answer;
      setState({ step: 'done', file, answer });
      onLanded();
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      setState({ step: 'failed', file, failure: error });
    }
  };
  return (
    <>
      <label className="dt-drop">
        <span>{fill(text.choose, { feed: local(dataset.label) })}</span>
        <input
          type="file"
          disabled={state?.step === 'sending'}
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <small className="soft">{text.chooseHint}</small>
      </label>
      {state?.step === 'sending' && (
        <div role="status" className="dt-progress">
          <span>{fill(state.share < 1 ? text.sending : text.checking, { file: state.file })}</span>
          <Progress percent={Math.round(state.share * 100)} status="active" />
          <Button
            size="small"
            onClick={() => {
              call.current?.stop();
              setState(undefined);
            }}
          >
            {text.cancel}
          </Button>
        </div>
      )}
      {state?.step === 'done' && <Outcome file={state.file} answer={state.answer} />}
      {state?.step === 'failed' && (
        <>
          <p>{fill(text.notTaken, { file: state.file })}</p>
          <FailureNote failure={state.failure} />
        </>
      )}
    </>
  );
}

/** What became of a file, with everything found wrong with it. */
function Outcome({ file, answer }: { file: string; answer: UploadAnswer }) {
  const text = useText(dataText);
  const local = useLocal();
  const language = useLanguage();
  const { known, read, accepted, quarantined, problems } = answer;
  const refused = problems.some(({ severity }) => severity === 'error');
  const counts = { read, accepted, quarantined };
  const shown = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, wholeNumber(count, language)]));
  return (
    <div className="dt-outcome">
      <Alert
        role="status"
        showIcon
        type={refused ? 'error' : quarantined > 0 || known ? 'warning' : 'success'}
        title={fill(refused ? text.notTaken : known ? text.alreadyThere : text.taken, { file })}
        description={refused ? undefined : fill(text.takenRows, shown)}
      />
      {problems.length > 0 && (
        <ul className="dt-problems">
          {problems.map((problem) => (
            <li key={problem.en} className={`dt-${problem.severity}`}>
              <b>{text[problem.severity]}</b> {local(problem)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
