/** What two mentions of one person hardly fail to share, by kind: somebody may live where somebody else is registered. */
const KEYS = [
  ['number', 'id_token'],
  ['surname', 'surname_fuzzy', 'birth'],
  ['given', 'given_fuzzy', 'birth'],
  ['shape', 'name_shape', 'birth'],
  ['phone', 'phone_token'],
  ['home', 'address_place', 'address_numbers'],
  ['home', 'hukou_place', 'hukou_numbers'],
  ['township', 'name_fuzzy', 'township'],
  ['township', 'name_fuzzy', 'hukou_township'],
  ['household', 'name_fuzzy', 'household'],
] as const;

type Kind = (typeof KEYS)[number][0];

/** Keys of a relation with the columns of `mention`, of all kinds but some, each as SQL; null where the row does not say. */
export const personKeys = (alias: string, ...without: readonly Kind[]): readonly string[] =>
  KEYS.filter(([kind]) => !without.includes(kind)).map(([kind, ...columns]) => {
    const said = columns.map((column) => `${alias}.${column}`);
    return `CASE WHEN ${said.map((column) => `${column} IS NOT NULL`).join(' AND ')} THEN hash('${kind}', ${said.join(', ')}) END`;
  });

/** The key that two of a number always share. */
export const numberKey = (alias: string): string =>
  personKeys(alias, ...KEYS.map(([kind]) => kind).filter((kind) => kind !== 'number'))[0]!;
