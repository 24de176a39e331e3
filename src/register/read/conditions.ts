/** SQL: whether one of some columns is a county that parameter `at` names as a JSON list; always where it is empty. For people: where they live or are registered. */
export const inAreas = (at: string, columns: readonly string[] = ['county', 'hukou_division']): string =>
  `(${[`${at} = '[]'`, ...columns.map((column) => `${column} IN (SELECT unnest(from_json(${at}, '["VARCHAR"]')))`)].join(' OR ')})`;

/** SQL: a list of values as parameters that come after `before` others, of a type. */
export const among = (values: readonly string[], before = 0, type = ''): string =>
  values.length === 0 ? '(NULL)' : `(${values.map((_, index) => `$${before + index + 1}${type}`).join(', ')})`;
