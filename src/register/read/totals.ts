import { hasTable } from '../versions.ts';
import type { Desk } from './desk.ts';

export type RegisterBasis = 'resident' | 'registered';

export interface AreaCount {
  readonly basis: RegisterBasis;
  readonly county: string;
  /** `null` for people of the county whose township is not known. */
  readonly township: string | null;
  readonly people: number;
}

/** People of a version by basis, county and township. A county is the sum of its lines. */
export const areaCounts = (desk: Desk): Promise<readonly AreaCount[]> =>
  desk.database.rows<AreaCount>(
    `SELECT basis, county, township, sum(people) AS people FROM ${desk.table('population')} GROUP BY ALL ORDER BY ALL`,
  );

/** Before + births − deaths + in − out + residual = after. */
export interface Account {
  readonly basis: RegisterBasis;
  readonly county: string;
  readonly since: string;
  readonly until: string;
  readonly before: number;
  readonly births: number;
  readonly deaths: number;
  readonly moved_in: number;
  readonly moved_out: number;
  readonly after: number;
  /** What the events seen do not explain. */
  readonly residual: number;
}

/** Accounts of a version by basis and county; none in the first one. */
export const countyAccounts = async (desk: Desk): Promise<readonly Account[]> =>
  hasTable(desk.home, desk.version.version, 'account')
    ? desk.database.rows<Account>(
        `SELECT * REPLACE (since::VARCHAR AS since, until::VARCHAR AS until) FROM ${desk.table('account')} ORDER BY basis, county`,
      )
    : [];
