import type { Action, ActionFilter, NewAction, Scope, Trail, TrailFilter } from './action.ts';
import type { LedgerDatabase, Statement } from './database.ts';

/** Actions: recorded and read, never changed. Without a scope it is the program's own doing, for the whole city. */
export interface Actions {
  /** Records an action; it is on disk when the promise resolves. */
  record(action: NewAction, scope?: Scope): Promise<Action>;
  /** Actions in the order of recording. */
  read(filter?: ActionFilter, scope?: Scope): Promise<readonly Action[]>;
  /** Who did what, in the areas of an account: `limit` actions from the newest but `offset` on. */
  trail(filter: TrailFilter, part: { readonly offset: number; readonly limit: number }, scope: Scope): Promise<Trail>;
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
  trail: async ({ kind, by, from, until }, { offset, limit }, scope) => {
    const values = [kind ?? null, by ?? null, from ?? null, until ?? null];
    const where = `($1::text is null or kind = $1) and ($2::text is null or by = $2)
      and ($3::timestamptz is null or at >= $3) and ($4::timestamptz is null or at < $4)`;
    const [told] = await database.transaction<{ total: number | bigint | string; accounts: readonly string[] }>([
      within(scope),
      {
        sql: `select (select count(*) from actions where ${where}) as total,
          coalesce((select array_agg(distinct by order by by) from actions), '{}') as accounts`,
        values,
      },
    ]);
    const rows = await database.transaction<Row>([
      within(scope),
      {
        sql: `select ${COLUMNS} from actions where ${where} order by id desc limit $5 offset $6`,
        values: [...values, limit, offset],
      },
    ]);
    return { total: Number(told!.total), accounts: told!.accounts, actions: rows.map(actionOf) };
  },
});

const within = ({ account, areas }: Scope): Statement => ({
  sql: 'select act_within($1, $2)',
  values: [account, areas.length === 0 ? '*' : areas.join(',')],
});

const COLUMNS = 'id, at, by, kind, subject, area, body, reason';

type Row = Omit<Action, 'id' | 'at'> & { readonly id: number | bigint | string; readonly at: Date };

const actionOf = ({ id, at, ...rest }: Row): Action => ({ id: Number(id), at: at.toISOString(), ...rest });
