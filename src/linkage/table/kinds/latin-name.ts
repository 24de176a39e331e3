import { latinSound } from '../../similarity/latin-sound.ts';
import type { Kind } from './kind.ts';
import { foldWords, graded, start } from './kind.ts';

/** Given names, surnames and whole names in Latin letters. */
export const latinName: Kind = {
  suffixes: ['sound', 'start'],
  derive(text) {
    const name = foldWords(text);
    const sound = name.split(' ').map(latinSound).join(' ').trim();
    return name === '' ? null : { '': name, sound: sound === '' ? null : sound, start: start(name, 3) };
  },
  measure: 'name',
  comparison: graded(4),
  keys: (column) => [column, `${column}_sound`, `${column}_start`],
};
