import { Alert, Button } from 'antd';
import { useAccount } from '../account/account.tsx';
import { fill } from '../text/catalogue.ts';
import { useLocal, useText } from '../text/language.tsx';
import type { RequestFailure } from './request.ts';
import { serverText } from './text.ts';

/** Why the server did not do as asked, with what can be done about it. */
export function FailureNote({ failure, onRetry }: { failure: RequestFailure; onRetry?: () => void }) {
  const text = useText(serverText);
  const local = useLocal();
  const { askSignIn } = useAccount();
  const { status, errors } = failure;
  const action =
    status === 401 ? (
      <Button size="small" type="primary" onClick={askSignIn}>
        {text.signIn}
      </Button>
    ) : onRetry !== undefined && (status === 0 || status >= 500) ? (
      <Button size="small" onClick={onRetry}>
        {text.retry}
      </Button>
    ) : undefined;
  return (
    <Alert
      role="alert"
      showIcon
      type={status === 401 ? 'info' : status === 403 || status === 404 ? 'warning' : 'error'}
      title={status in TITLES ? text[TITLES[status]!] : fill(text.other, { status })}
      description={
        errors.length === 0 ? undefined : (
          <ul className="failure-errors">
            {errors.map((error) => (
              <li key={error.en}>
                {local(error)}
                {error.fix !== undefined && ` — ${error.fix}`}
              </li>
            ))}
          </ul>
        )
      }
      action={action}
    />
  );
}

const TITLES: Readonly<Record<number, keyof (typeof serverText)['zh']>> = {
  0: 'unreached',
  400: 'unacceptable',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  413: 'tooLarge',
  422: 'unacceptable',
  429: 'tooMany',
  500: 'failed',
  503: 'unavailable',
};
