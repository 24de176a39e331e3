import type { Level } from '../model/model.ts';

/** Levels of a date held as YYYYMMDD. */
export const dateLevels = (column: string): readonly Level[] => {
  const year = { part: column, from: 1, length: 4 };
  const month = { part: column, from: 5, length: 2 };
  const day = { part: column, from: 7, length: 2 };
  return [
    { id: 'same', when: { equal: column }, frequency: column },
    { id: 'day-month-swapped', when: { all: [{ equal: year }, { crossed: [month, day] }] } },
    { id: 'one-digit', when: { units: column, width: 1, of: 8, same: 7 } },
    {
      id: 'two-parts',
      when: {
        any: [
          { all: [{ equal: year }, { equal: month }] },
          { all: [{ equal: year }, { equal: day }] },
          { all: [{ equal: month }, { equal: day }] },
        ],
      },
    },
    { id: 'two-digits', when: { units: column, width: 1, of: 8, same: 6 } },
    { id: 'year', when: { equal: year } },
  ];
};
