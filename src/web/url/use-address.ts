import { useSearch } from 'wouter';

/** Makes addresses of other pages that keep the language. */
export function useAddress(): (path: string, query?: Readonly<Record<string, string>>) => string {
  const language = new URLSearchParams(useSearch()).get('lang');
  return (path, query = {}) => {
    const search = new URLSearchParams({ ...query, ...(language === null ? {} : { lang: language }) }).toString();
    return search === '' ? path : `${path}?${search}`;
  };
}
