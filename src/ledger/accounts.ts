import { createHash, randomBytes } from 'node:crypto';
import type { LedgerDatabase } from './database.ts';
import { PASSWORD_LENGTH, hashPassword, isPassword } from './password.ts';

/** What an account may do, from little to much; each includes those before it. */
export const ROLES = ['reader', 'officer', 'clerk', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Account {
  readonly name: string;
  readonly role: Role;
  /** Counties it may look into, six digits; the whole city where empty. */
  readonly areas: readonly string[];
  readonly disabled: boolean;
}

/** Why an account or a password cannot be taken. */
export type AccountFault = 'name' | 'password' | 'taken' | 'unknown';

/** People who sign in, and their sessions. Passwords and tokens are kept as hashes only. */
export interface Accounts {
  add(account: Omit<Account, 'disabled'>, password: string): Promise<AccountFault | undefined>;
  list(): Promise<readonly Account[]>;
  /** An account that is disabled is signed out at once and cannot sign in; its name stays taken. */
  disable(name: string): Promise<AccountFault | undefined>;
  /** A new password; sessions of the old one end. */
  setPassword(name: string, password: string): Promise<AccountFault | undefined>;
  /** The token of a new session, where name and password are right; as slow where there is no such account. */
  signIn(name: string, password: string): Promise<string | undefined>;
  /** Who a session's token is of, while it lasts. */
  signedIn(token: string): Promise<Account | undefined>;
  signOut(token: string): Promise<void>;
}

/** Hours that a session lasts. */
export const SESSION_HOURS = 12;

/** Letters of any script, digits, `.`, `_` and `-`. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u;

const COLUMNS = 'a.name, a.role, a.areas, a.disabled';

export const accountsOf = (database: LedgerDatabase): Accounts => {
  const one = async <T>(sql: string, ...values: readonly unknown[]): Promise<T | undefined> =>
    (await database.transaction<T>([{ sql, values }]))[0];
  const changed = async (name: string, change: string, ...values: readonly unknown[]) => {
    const rows = await database.transaction([
      { sql: 'delete from sessions where account = $1', values: [name] },
      { sql: `update accounts set ${change} where name = $1 returning name`, values: [name, ...values] },
    ]);
    return rows.length === 0 ? 'unknown' : undefined;
  };
  return {
    add: async ({ name, role, areas }, password) => {
      if (!NAME.test(name)) return 'name';
      if (password.length < PASSWORD_LENGTH) return 'password';
      const added = await one(
        'insert into accounts (name, role, areas, password) values ($1, $2, $3, $4) on conflict do nothing returning name',
        name,
        role,
        areas,
        await hashPassword(password),
      );
      return added === undefined ? 'taken' : undefined;
    },
    list: () => database.transaction<Account>([{ sql: `select ${COLUMNS} from accounts a order by name` }]),
    disable: (name) => changed(name, 'disabled = true'),
    setPassword: async (name, password) =>
      password.length < PASSWORD_LENGTH ? 'password' : changed(name, 'password = $2', await hashPassword(password)),
    signIn: async (name, password) => {
      const kept = await one<{ password: string }>(
        'select password from accounts where name = $1 and not disabled',
        name,
      );
      if (!(await isPassword(password, kept?.password))) return undefined;
      const token = randomBytes(32).toString('base64url');
      await database.transaction([
        { sql: 'delete from sessions where expires < now()' },
        {
          sql: `insert into sessions (token_hash, account, expires) values ($1, $2, now() + interval '${SESSION_HOURS} hours')`,
          values: [hashToken(token), name],
        },
      ]);
      return token;
    },
    signedIn: (token) =>
      one<Account>(
        `select ${COLUMNS} from sessions s join accounts a on a.name = s.account
         where s.token_hash = $1 and s.expires > now() and not a.disabled`,
        hashToken(token),
      ),
    signOut: async (token) => {
      await one('delete from sessions where token_hash = $1', hashToken(token));
    },
  };
};

const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
