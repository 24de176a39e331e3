import { Button, Popover } from 'antd';
import { useLocal, useText } from '../text/language.tsx';
import { findArea } from '#plan';
import { useState } from 'react';
import { FailureNote } from '../server/FailureNote.tsx';
import type { RequestFailure } from '../server/request.ts';
import { useSession } from '../session.tsx';
import { useAccount } from './account.tsx';
import { accountText } from './text.ts';

/** Offers to sign in; for somebody signed in the name, and behind it role, areas and signing out. */
export function AccountButton() {
  const text = useText(accountText);
  const local = useLocal();
  const { pack } = useSession();
  const { account, askSignIn, signOut } = useAccount();
  const [failure, setFailure] = useState<RequestFailure>();
  if (account === undefined) return null;
  if (account === null)
    return (
      <Button size="small" className="account" onClick={askSignIn}>
        {text.signIn}
      </Button>
    );
  const areas = account.areas.map((code) => {
    const area = findArea(pack, code);
    return area === undefined ? code : local(area.name);
  });
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={`${account.name} · ${text[account.role]}`}
      content={
        <div className="account-card">
          <p>{text[`may-${account.role}`]}</p>
          <p className="soft">{areas.length === 0 ? text.wholeCity : areas.join(' · ')}</p>
          <Button size="small" onClick={() => void signOut().catch(setFailure)}>
            {text.signOut}
          </Button>
          {failure !== undefined && <FailureNote failure={failure} />}
        </div>
      }
    >
      <Button size="small" className="account">
        {account.name} <span className="soft">· {text[account.role]}</span>
      </Button>
    </Popover>
  );
}
