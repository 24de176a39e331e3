import type { Level } from '../model/model.ts';

/** Parts of `nameCodes` that the levels read. */
type Part = 'surname' | 'given' | 'tone' | 'sound' | 'fuzzy' | 'shape' | 'surname_fuzzy' | 'given_fuzzy';

/**
 * Levels of a Chinese name, most alike first. `column` holds the folded name, `of` names the columns of codes. A near sound or a near
 * shape counts for the whole name; "two characters" needs two or more in place, so that names of two do not pass by their surname.
 */
export const chineseNameLevels = (column: string, of: (part: Part) => string): readonly Level[] => [
  { id: 'same', when: { equal: column }, frequency: column },
  { id: 'same-tone', when: { equal: of('tone') }, frequency: of('fuzzy') },
  { id: 'same-sound', when: { equal: of('sound') }, frequency: of('fuzzy') },
  { id: 'near-sound', when: { equal: of('fuzzy') }, frequency: of('fuzzy') },
  { id: 'near-shape', when: { equal: of('shape') } },
  { id: 'crossed', when: { any: [{ crossed: [of('surname'), of('given')] }, { rotated: of('fuzzy'), width: 6 }] } },
  { id: 'shortened', when: { begins: of('fuzzy'), least: 12 } },
  { id: 'two-characters', when: { units: of('fuzzy'), width: 6, of: 6, same: 2 } },
  { id: 'given', when: { equal: of('given_fuzzy') } },
  { id: 'surname', when: { equal: of('surname_fuzzy') } },
];
