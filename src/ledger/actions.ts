import type { Action, ActionFilter, NewAction, Scope } from './action.ts';
import type { LedgerDatabase, Statement } from './database.ts';

/** Actions: recorded and read, never changed. Without a scope it is the program's own doing, for the whole city. */
export interface Actions {
  /** Records an action; it is on disk when the promise resolves. */
  record(action: NewAction, scope?: Scope): Promise<Action>;
  /** Actions in the order of recording. */
  read(filter?: ActionFilter, scope?: Scope): Promise<readonly Action[]>;
}

export const actionsOf = (database: LedgerDatabase): Actions => ({
  record: async (action, scope) => {
    const { by, kind, subject, area = null, body, reason } = action;
    const [row] = await database.transaction<Row>([
      within(scope ?? { account: by, areas: [] }),
      {
        sql: `insert into actions (by, kind, subject, area, body, reason) values ($1, $2, $3, $4, $5, $6) returning ${COLUMNS}`,
        values: [by, kind, subject, area, body, reason],
      },
    ]);
    return actionOf(row!);
  },
  read: async ({ kind, subject, after = 0, limit = 100_000 } = {}, scope) => {
    const rows = await database.transaction<Row>([
      within(scope ?? { account: '', areas: [] }),
      {
        sql: `select ${COLUMNS} from actions
          where id > $1 and ($2::text is null or kind = $2) and ($3::text is null or subject = $3)
          order by id limit $4`,
        values: [after, kind ?? null, subject ?? null, limit],
      },
    ]);
    return rows.map(actionOf);
  },
});

const within = ({ account, areas }: Scope): Statement => ({
  sql: 'select act_within($1, $2)',
  values: [account, areas.length === 0 ? '*' : areas.join(',')],
});

const COLUMNS = 'id, at, by, kind, subject, area, body, reason';

type Row = Omit<Action, 'id' | 'at'> & { readonly id: number | bigint | string; readonly at: Date };

const actionOf = ({ id, at, ...rest }: Row): Action => ({ id: Number(id), at: at.toISOString(), ...rest });
