import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Rows of one of this layer's small cited tables (`data/*.csv`); lines that begin with # say where they come from. */
export const readTable = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`./data/${name}.csv`, import.meta.url), 'utf8'), {
    columns: true,
    comment: '#',
    comment_no_infix: true,
    skip_empty_lines: true,
  });
