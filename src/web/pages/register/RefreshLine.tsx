import type { RefreshAnswer } from '#api/answers';
import { Alert, Button, Spin } from 'antd';
import { mayAct, useAccount } from '../../account/account.tsx';
import { FailureNote } from '../../server/FailureNote.tsx';
import { useRequest } from '../../server/use-request.ts';
import { fill, wordFor } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { registerText, stepText } from './text.ts';

/** What waits for the next version; a refresh under way with its step; for a data officer the button that starts one. */
export function RefreshLine({ refresh, onStarted }: { refresh: RefreshAnswer; onStarted: () => void }) {
  const text = useText(registerText);
  const steps = useText(stepText);
  const language = useLanguage();
  const { account } = useAccount();
  const { send, sending, failure } = useRequest();
  const { state, step, startedAt, waiting } = refresh;
  const start = async (): Promise<void> => {
    if ((await send('/api/register/refresh', {})) !== undefined) onStarted();
  };
  const nothing = waiting.batches === 0 && waiting.decisions === 0;
  return (
    <>
      <div className="rg-refresh" role="status">
        {state === 'running' ? (
          <>
            <Spin size="small" />
            <b>{text.running}</b>
            {step !== null && <span>{wordFor(steps, step)}</span>}
            {startedAt !== null && (
              <span className="soft">
                {fill(text.since, {
                  time: new Date(startedAt).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB'),
                })}
              </span>
            )}
          </>
        ) : (
          <>
            <span className={nothing ? 'soft' : ''}>{nothing ? text.upToDate : fill(text.waiting, waiting)}</span>
            {mayAct(account, 'officer') && (
              <Button
                size="small"
                type={nothing ? 'default' : 'primary'}
                loading={sending}
                onClick={() => void start()}
              >
                {text.refresh}
              </Button>
            )}
          </>
        )}
      </div>
      {state === 'failed' && (
        <Alert
          type="error"
          showIcon
          title={text.refreshFailed}
          description={step === null ? undefined : wordFor(steps, step)}
        />
      )}
      {failure !== undefined && <FailureNote failure={failure} />}
    </>
  );
}
