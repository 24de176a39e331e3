import { addressCodes } from '../../address-codes.ts';
import type { Kind } from './kind.ts';
import { foldWords, graded, gradeLevels, start } from './kind.ts';

/** Any text of some words. */
export const text: Kind = {
  suffixes: ['start'],
  derive: (cell) => words(foldWords(cell)),
  measure: 'words',
  comparison: graded(3),
  keys: (column) => [column, `${column}_start`],
};

/** Addresses: Chinese ones as place and numbers (addressCodes), others as words. */
export const address: Kind = {
  ...text,
  measure: 'address',
  derive(cell) {
    if (!/\p{Script=Han}/u.test(cell)) return words(foldWords(cell));
    const { address_place, address_numbers } = addressCodes(cell);
    return words([address_place, address_numbers].filter((part) => part !== null).join(' '));
  },
};

/** Electronic mail: what stands before the @ says most. */
export const email: Kind = {
  suffixes: ['local', 'start'],
  derive(cell) {
    const value = cell.toLowerCase().replace(/\s/g, '');
    const local = value.split('@')[0]!;
    return value === '' ? null : { '': value, local: local === '' ? null : local, start: start(value, 4) };
  },
  measure: 'words',
  comparison: (id, column) => ({
    id,
    needs: [column],
    levels: [
      { id: 'same', when: { equal: column }, frequency: column },
      { id: 'same-local', when: { equal: `${column}_local` } },
      ...gradeLevels(column, 3),
    ],
  }),
  keys: (column) => [column, `${column}_local`, `${column}_start`],
};

const words = (value: string) => (value === '' ? null : { '': value, start: start(value, 4) });
