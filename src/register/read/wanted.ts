import { parseIdNumber } from '#base';
import type { Vault } from '#datasets';
import { parsePhone } from '#datasets';
import { addressCodes, nameCodes } from '#linkage';

/** What is known of somebody to look for, as written; the more, the surer. */
export interface Wanted {
  readonly number?: string | undefined;
  readonly name?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birth?: string | undefined;
  readonly sex?: 'female' | 'male' | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
}

const isSaid = (value: string | undefined): boolean => value !== undefined;

/** Whether somebody can be found by it (`personKeys`): a number; a name with a birth date, telephone or address; a telephone with one thing more. */
export const isEnough = ({ number, name, birth, sex, phone, address }: Wanted): boolean =>
  isSaid(number) ||
  (isSaid(name) && [birth, phone, address].some(isSaid)) ||
  (isSaid(phone) && [birth, sex, address].some(isSaid));

/** Somebody in the columns of a mention that people are compared by. */
export type Said = Readonly<Record<string, string | null>>;

/** What is wanted as a mention would say it; of an identity number that is none, nothing. */
export function saidBy(vault: Vault, { number, name, birth, sex, phone, address }: Wanted): Said {
  const parsed = number === undefined ? undefined : parseIdNumber(number.normalize('NFKC'));
  const valid = parsed === undefined || 'fault' in parsed ? undefined : parsed;
  const digits = phone === undefined ? null : parsePhone(phone);
  const token = valid === undefined ? null : vault.token('identity', valid.number);
  return {
    id_token: token,
    number: token,
    ...nameSaid(name ?? null),
    sex: sex ?? valid?.sex ?? null,
    birth: (birth ?? valid?.birth)?.replaceAll('-', '') ?? null,
    phone_token: digits === null ? null : vault.token('phone', digits),
    ...addressCodes(address),
  };
}

/** A name in the columns of a mention. */
export const nameSaid = (name: string | null): Said =>
  Object.fromEntries(
    Object.entries(nameCodes(name)).map(([column, code]) => [column, typeof code === 'string' ? code : null]),
  );
