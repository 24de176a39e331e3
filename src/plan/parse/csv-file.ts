import type { Problem } from '#base';
import { parse } from 'csv-parse/browser/esm/sync';
import { z } from 'zod';
import type { TextFile } from './yaml-file.ts';

const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?(e-?\d+)?$/i, 'a number')
  .transform(Number);
const whole = z.string().regex(/^\d+$/, 'a whole number').transform(Number);
const sex = z.enum(['female', 'male']);
const area = z.string().regex(/^\d{6}$/, 'a six-digit area code');

/** Row schemas of the baseline's CSV files; the header must hold exactly these columns. */
export const csvSchemas = {
  'age-sex.csv': z.strictObject({
    year: whole,
    area,
    sex,
    from: whole,
    to: z.union([whole, z.literal('').transform(() => null)]),
    persons: number,
  }),
  'reference-ages.csv': z.strictObject({ year: whole, sex, age: whole, persons: number }),
  'mortality.csv': z.strictObject({ year: whole, sex, age: whole, rate: number }),
  'fertility.csv': z.strictObject({ residence: z.enum(['city', 'town', 'rural']), age: whole, rate: number }),
  'area-variables.csv': z.strictObject({
    year: whole,
    area,
    variable: z.string().regex(/^[a-z0-9-]+$/),
    value: number,
  }),
} as const;

/** Row schema of a code table of datasets, `datasets/codes/ID.csv`. */
export const codeTableSchema = z.strictObject({
  code: z.string().regex(/^[0-9A-Z]+$/, 'digits and capitals'),
  zh: z.string().min(1),
  en: z.string().min(1),
  meaning: z
    .string()
    .regex(/^[a-z0-9-]*$/)
    .describe('what the code means to the software; blank where nothing follows from it'),
});

/** Parses a CSV with a header; a bad row is a Problem with its line, and good rows are kept. */
export function readCsv<T>(file: TextFile, schema: z.ZodType<T>): { rows: T[]; problems: Problem[] } {
  const problems: Problem[] = [];
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(file.text, { columns: true, bom: true, info: true, skip_empty_lines: true }) as never;
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    const where = { file: file.path, ...(lines === undefined ? {} : { line: lines }) };
    return { rows: [], problems: [{ code: 'plan.not-csv', severity: 'error', where, params: { reason: message } }] };
  }
  const rows: T[] = [];
  for (const { record, info } of records) {
    const checked = schema.safeParse(record);
    if (checked.success) rows.push(checked.data);
    else
      for (const issue of checked.error.issues)
        problems.push({
          code: 'plan.value-invalid',
          severity: 'error',
          where: { file: file.path, line: info.lines, path: issue.path.join('.') },
          params: { reason: issue.message },
        });
  }
  return { rows, problems };
}
