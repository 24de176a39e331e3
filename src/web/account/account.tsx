import type { Role, SessionAnswer } from '#api/answers';
import type { ReactNode } from 'react';
import { createContext, lazy, Suspense, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { request } from '../server/request.ts';

const SignInDialog = lazy(() => import('./SignInDialog.tsx'));

export type Account = NonNullable<SessionAnswer['account']>;

interface AccountState {
  /** Undefined until the server has said who is signed in. */
  readonly account: Account | null | undefined;
  /** Grows when somebody signs in or out: what was asked before may be answered differently. */
  readonly change: number;
  readonly askSignIn: () => void;
  readonly signIn: (name: string, password: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
}

const AccountContext = createContext<AccountState | undefined>(undefined);

const ADDRESS = '/api/session';

/** Who is signed in. The server keeps the session (in a cookie that pages cannot read); nothing of it is stored here. */
export function AccountProvider({ children }: { children: ReactNode }) {
  const [{ account, change }, setState] = useState<Pick<AccountState, 'account' | 'change'>>({
    account: undefined,
    change: 0,
  });
  const [asking, setAsking] = useState(false);
  const set = useCallback(
    (signedIn: Account | null) => setState((now) => ({ account: signedIn, change: now.change + 1 })),
    [],
  );
  useEffect(() => {
    const stop = new AbortController();
    request<SessionAnswer>(ADDRESS, { signal: stop.signal }).then(
      (answer) => setState(({ change }) => ({ account: answer.account, change })),
      () => {
        if (!stop.signal.aborted) setState(({ change }) => ({ account: null, change }));
      },
    );
    return () => stop.abort();
  }, []);
  const value = useMemo(
    (): AccountState => ({
      account,
      change,
      askSignIn: () => setAsking(true),
      signIn: async (name, password) =>
        set((await request<SessionAnswer>(ADDRESS, { body: { name, password } })).account),
      signOut: async () => {
        await request(ADDRESS, { method: 'DELETE' });
        set(null);
      },
    }),
    [account, change, set],
  );
  return (
    <AccountContext value={value}>
      {children}
      {asking && (
        <Suspense>
          <SignInDialog onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </AccountContext>
  );
}

export function useAccount(): AccountState {
  const state = useContext(AccountContext);
  if (state === undefined) throw new Error('useAccount outside AccountProvider');
  return state;
}

/** Roles from little to much; each may do what those before it may. */
const ROLES: readonly Role[] = ['reader', 'officer', 'clerk', 'admin'];

/** Whether an account may do what a role may. The server decides; pages only offer or explain by it. */
export const mayAct = (account: Account | null | undefined, role: Role): boolean =>
  account !== null && account !== undefined && ROLES.indexOf(account.role) >= ROLES.indexOf(role);
