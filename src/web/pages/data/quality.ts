import type { BatchAnswer } from '#api/answers';

export type Measure = 'faulty' | 'filled';

/** A field over the deliveries: the share of rows of each in which it is faulty or filled; undefined where a delivery does not tell. */
export interface FieldQuality {
  readonly field: string;
  readonly shares: readonly (number | undefined)[];
  /** Different values in the latest delivery that tells. */
  readonly distinct: number | undefined;
}

/** Latest deliveries with rows of their own; corrections of single rows say nothing of a feed. */
export const ratedDeliveries = (deliveries: readonly BatchAnswer[], most: number): readonly BatchAnswer[] =>
  deliveries.filter(({ corrects, read }) => corrects === null && read > 0).slice(-most);

/** The fields of deliveries, the worst first by what the worst delivery has: most faulty, or least filled. */
export function fieldQuality(deliveries: readonly BatchAnswer[], measure: Measure): readonly FieldQuality[] {
  const fields = [...new Set(deliveries.flatMap(({ quality }) => quality.map(({ field }) => field)))];
  const badness = ({ shares }: FieldQuality): number =>
    Math.max(0, ...shares.map((share) => (share === undefined ? 0 : measure === 'faulty' ? share : 1 - share)));
  return fields
    .map((field): FieldQuality => {
      const told = deliveries.map(({ quality }) => quality.find((entry) => entry.field === field));
      return {
        field,
        shares: told.map((entry, index) =>
          entry === undefined ? undefined : entry[measure] / deliveries[index]!.read,
        ),
        distinct: told.findLast((entry) => entry !== undefined)?.distinct,
      };
    })
    .sort((a, b) => badness(b) - badness(a));
}
