import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Error rates by what they happen to and which error, for one dataset. */
export type Rates = Readonly<Record<string, Readonly<Record<string, number>>>>;

const { datasets, ...general } = parse(readFileSync(new URL('./rates.yaml', import.meta.url), 'utf8')) as {
  datasets: Record<string, Rates>;
};

/** Rates of a dataset: those of all datasets, with its own in their place. */
export function ratesOf(dataset: string): Rates {
  const own = datasets[dataset] ?? {};
  return Object.fromEntries(
    Object.entries(general as Rates).map(([kind, rates]) => [kind, { ...rates, ...own[kind] }]),
  );
}
