/** Of people of relation `person`, what two may share by chance, as it is compared: columns of a mention and how they are told. */
const VALUES = { name: 'name', name_fuzzy: 'name_fuzzy', birth: `strftime(born, '%Y%m%d')` } as const;

/** Key of a value in table `frequency`, as SQL. */
export const frequencyKey = (column: keyof typeof VALUES, value: string): string => `hash('${column}', ${value})`;

/** Columns whose values are in table `frequency`. */
export const FREQUENT = Object.keys(VALUES) as readonly (keyof typeof VALUES)[];

/** Rows of table `frequency(key, people)`: how many people bear a name or were born on a day. */
export const frequencyRowsSql = `
  SELECT key, count(*) AS people FROM (${FREQUENT.map((column) => `SELECT ${frequencyKey(column, VALUES[column])} AS key FROM person WHERE ${VALUES[column]} IS NOT NULL`).join(' UNION ALL ')})
  GROUP BY key ORDER BY key`;
