import { chineseNameLevels } from '../../person/chinese-name-levels.ts';
import { nameCodes } from '../../names/name-codes.ts';
import type { Kind } from './kind.ts';

/** Names in Chinese characters: sounds and shapes as codes, see nameCodes. */
export const chineseName: Kind = {
  suffixes: ['surname', 'given', 'tone', 'sound', 'fuzzy', 'shape', 'surname_fuzzy', 'given_fuzzy'],
  derive(text) {
    const codes = nameCodes(text);
    return codes.name === null
      ? null
      : {
          '': codes.name,
          surname: codes.surname,
          given: codes.given,
          tone: codes.name_tone,
          sound: codes.name_sound,
          fuzzy: codes.name_fuzzy,
          shape: codes.name_shape,
          surname_fuzzy: codes.surname_fuzzy,
          given_fuzzy: codes.given_fuzzy,
        };
  },
  comparison: (id, column) => ({
    id,
    needs: [column],
    levels: chineseNameLevels(column, (part) => `${column}_${part}`),
  }),
  keys: (column) => [column, `${column}_fuzzy`, `${column}_shape`, `${column}_given_fuzzy`],
};
