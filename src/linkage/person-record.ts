import { ADDRESS_COLUMNS } from './address-codes.ts';
import { NAME_COLUMNS } from './names/name-codes.ts';

/** Type of a column, in words each engine has. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'date';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly meaning: string;
}

/**
 * The standardised person record: one row for each mention of a person in a feed (a birth certificate mentions three). Filled at
 * ingest, read by the linkage; every column but the first four may be null, which means not said. Identity and telephone numbers
 * appear as keyed tokens only.
 */
export const PERSON_RECORD: readonly Column[] = [
  { name: 'record_id', type: 'text', meaning: 'unique over all feeds and runs' },
  { name: 'dataset', type: 'text', meaning: 'id of the feed' },
  { name: 'role', type: 'text', meaning: 'what the person is in the row: self, mother, father, spouse, head, …' },
  { name: 'known_since', type: 'date', meaning: 'day the row became known' },
  {
    name: 'id_token',
    type: 'text',
    meaning: 'keyed token of the 18-character identity number, or of what was written when it fails',
  },
  {
    name: 'id_valid',
    type: 'boolean',
    meaning: 'check digit and birth date of the number hold; null without a number',
  },
  { name: 'id_division', type: 'text', meaning: 'first six digits of the number' },
  { name: 'id_birth', type: 'text', meaning: 'YYYYMMDD in the number, as written' },
  { name: 'id_sequence', type: 'text', meaning: 'keyed token of the three digits of sequence' },
  { name: 'written_name', type: 'text', meaning: 'name as the department wrote it' },
  ...NAME_COLUMNS.map((name): Column => ({ name, type: nameType(name), meaning: 'see nameCodes' })),
  { name: 'sex', type: 'text', meaning: 'female or male' },
  { name: 'birth', type: 'text', meaning: 'YYYYMMDD; said by the row, else taken from a valid number' },
  { name: 'phone_token', type: 'text', meaning: 'keyed token of the telephone number' },
  { name: 'division', type: 'text', meaning: 'county of the address, six digits, today’s code' },
  { name: 'township', type: 'text', meaning: 'township of the address, nine digits' },
  ...ADDRESS_COLUMNS.map((name): Column => ({ name, type: 'text', meaning: 'see addressCodes' })),
];

function nameType(name: (typeof NAME_COLUMNS)[number]): ColumnType {
  if (name === 'name_length') return 'integer';
  return name === 'name_partial' ? 'boolean' : 'text';
}
