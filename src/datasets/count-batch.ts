import type { Dataset } from '#plan';
import type { Database } from '#warehouse';
import { sqlName, sqlText } from '#warehouse';
import type { FieldQuality, Part } from './batch.ts';
import { lastDaySql } from './last-day.ts';
import type { StretchCounts } from './land-stretch.ts';
import type { Source } from './read-source.ts';

/** How a file came out: `read` counted by its reader, the others by the engine. */
export interface Counts {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** Reasons of quarantine, each with how often, the most frequent first. */
  readonly reasons: readonly string[];
  readonly quality: readonly FieldQuality[];
  readonly knownUntil: string | null;
  readonly mentionsUntil: string | null;
}

/** Adds up the stretches of a file; different values and the days known are told by what was landed. Rows that went missing are a bug: it throws. */
export async function countBatch(
  database: Database,
  dataset: Dataset,
  { records, broken }: Source,
  stretches: readonly StretchCounts[],
  fileOf: (part: Part, stretch: number) => string,
): Promise<Counts> {
  const sum = (of: (stretch: StretchCounts) => number): number =>
    stretches.reduce((total, stretch) => total + of(stretch), 0);
  const rows = sum(({ rows: n }) => n);
  const accepted = sum(({ accepted: n }) => n);
  if (rows + broken.length !== records)
    throw new Error(`${records} records were read, ${rows} are in the table and ${broken.length} were broken`);
  const reasons = new Map<string, number>();
  const told = [
    ...stretches.flatMap((stretch) => stretch.reasons),
    ...broken.map(({ reason }) => ({ reason: `row:${reason}`, n: 1 })),
  ];
  for (const { reason, n } of told) reasons.set(reason, (reasons.get(reason) ?? 0) + n);
  const landedOf = (part: Part): string =>
    `read_parquet([${stretches.map((_, stretch) => sqlText(fileOf(part, stretch))).join(', ')}])`;
  const [landed] = await database.rows<Record<string, number> & { known: string | null; mentioned: string | null }>(
    `SELECT (${lastDaySql(landedOf('rows'))}) AS known, (${lastDaySql(landedOf('persons'))}) AS mentioned, ${dataset.fields
      .map(({ id }, index) => `approx_count_distinct(${sqlName(id)}) AS d${index}`)
      .join(', ')} FROM ${landedOf('rows')}`,
  );
  return {
    read: records,
    accepted,
    quarantined: records - accepted,
    reasons: [...reasons]
      .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([reason, n]) => `${reason} ${n}`),
    quality: dataset.fields.map(({ id: field }, index) => ({
      field,
      filled: sum(({ filled }) => filled[index]!),
      faulty: sum(({ faulty }) => faulty[index]!),
      distinct: landed![`d${index}`]!,
    })),
    knownUntil: landed!.known,
    mentionsUntil: landed!.mentioned,
  };
}
