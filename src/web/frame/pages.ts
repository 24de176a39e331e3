/** Pages by their names in `frameText`, in the order of the navigation. */
export const PAGES = [
  ['overview', '/'],
  ['population', '/population'],
  ['forecast', '/forecast'],
  ['plan', '/plan'],
  ['warnings', '/warnings'],
  ['data', '/data'],
  ['register', '/register'],
  ['review', '/review'],
  ['audit', '/audit'],
] as const;
