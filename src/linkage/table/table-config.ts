import { z } from 'zod';
import type { Problem } from '#base';
import { nearest } from '#base';

export const KIND_IDS = [
  'id-number',
  'chinese-name',
  'latin-name',
  'given-name',
  'surname',
  'date',
  'address',
  'phone',
  'postcode',
  'email',
  'category',
  'text',
  'number',
] as const;

export type KindId = (typeof KIND_IDS)[number];

const chance = z.number().gt(0).lt(1);

/** A table to be linked: closed, plain data, as in the file of `popplus link --config`. */
export const tableConfigSchema = z.strictObject({
  files: z.array(z.string().min(1)).min(1).describe('CSV or Parquet with the same columns; paths from the config file'),
  id: z.string().describe('column that names a record'),
  truth: z.string().optional().describe('column that names the person, where it is known: only for measuring'),
  source: z.string().optional().describe('column that names the source of a record'),
  duplicateFree: z.array(z.string()).default([]).describe('sources in which a person occurs once'),
  columns: z
    .array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(KIND_IDS),
        exclusive: z.boolean().optional().describe('two different valid values are two people'),
      }),
    )
    .min(1),
  thresholds: z.strictObject({ review: chance, link: chance }).default({ review: 0.05, link: 0.5 }),
  output: z.string().optional().describe('CSV of id and person'),
});

export type TableConfig = z.output<typeof tableConfigSchema>;

/** Checks a config; `columns` are those of the files, where they are known already. */
export function readTableConfig(
  data: unknown,
  file: string,
  columns?: readonly string[],
): { config?: TableConfig; problems: readonly Problem[] } {
  const result = tableConfigSchema.safeParse(data);
  if (!result.success)
    return {
      problems: result.error.issues.map((issue): Problem => ({
        code: 'linkage.config-invalid',
        severity: 'error',
        where: { file, path: issue.path.join('.') },
        params: { reason: issue.message },
        ...fixOf(issue),
      })),
    };
  const config = result.data;
  const named = [
    ['id', config.id],
    ['truth', config.truth],
    ['source', config.source],
    ...config.columns.map(({ name }, index) => [`columns.${index}.name`, name] as const),
  ] as const;
  const problems = named.flatMap(([path, name]): Problem[] => {
    if (name === undefined || columns === undefined || columns.includes(name)) return [];
    const fix = nearest(name, columns) ?? columns.join(', ');
    return [{ code: 'linkage.column-unknown', severity: 'error', where: { file, path }, params: { name }, fix }];
  });
  if (config.thresholds.review > config.thresholds.link)
    problems.push({
      code: 'linkage.config-invalid',
      severity: 'error',
      where: { file, path: 'thresholds' },
      params: { reason: 'review > link' },
      fix: 'review <= link',
    });
  return problems.length === 0 ? { config, problems } : { problems };
}

function fixOf(issue: z.core.$ZodIssue): { fix?: string } {
  if (issue.code === 'unrecognized_keys') {
    const fix = issue.keys
      .map((key) => nearest(key, Object.keys(tableConfigSchema.shape)))
      .find((word) => word !== undefined);
    return fix === undefined ? {} : { fix };
  }
  return issue.code === 'invalid_value' ? { fix: issue.values.join(' | ') } : {};
}
