import type { Role } from '#api/answers';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { fill } from '../text/catalogue.ts';
import { useText } from '../text/language.tsx';
import { mayAct, useAccount } from './account.tsx';
import { accountText } from './text.ts';

/** Its children for who may act in a role; for others what is needed and why, with the way to sign in. */
export function NeedsRole({ needed, why, children }: { needed: Role; why: string; children: ReactNode }) {
  const text = useText(accountText);
  const { account, askSignIn } = useAccount();
  if (account === undefined) return null;
  if (mayAct(account, needed)) return children;
  return (
    <Alert
      type="info"
      showIcon
      title={fill(text.needs, { role: text[needed] })}
      description={
        <>
          {why}
          {account !== null && <> {fill(text.youAre, { name: account.name, role: text[account.role] })}</>}
        </>
      }
      action={
        account === null ? (
          <Button size="small" type="primary" onClick={askSignIn}>
            {text.signIn}
          </Button>
        ) : undefined
      }
    />
  );
}
