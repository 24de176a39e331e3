import type { Missing } from '#base';
import { isMissing, missing, sumCounts } from '#base';
import { growthDifference, urbanShareAfter } from '#demography';
import type { Baseline } from './baseline.ts';

/**
 * Urban residents of some counties in a year by the UN method: each county's share goes on from the last census by its own growth difference
 * between the last two (`urbanShareAfter`), times its persons. Missing where a census lacks urban residents.
 */
export function urbanByGrowth(
  baseline: Baseline,
  counts: Float64Array,
  year: number,
  indices: readonly number[],
): number | Missing {
  const { counties, baseYear, pack } = baseline;
  const previous = [...baseline.censuses.keys()].at(-2)!;
  const shareAt = (code: string, at: number): number | Missing => {
    const urban = baseline.variable(code, at, 'urban-population');
    const total = baseline.variable(code, at, 'total-population');
    if (isMissing(urban)) return urban;
    return isMissing(total) ? total : urban / total;
  };
  let sum = 0;
  for (const index of indices) {
    const [before, after] = [shareAt(counties[index]!, previous), shareAt(counties[index]!, baseYear)];
    if (isMissing(before)) return before;
    if (isMissing(after)) return after;
    if ([before, after].some((share) => share <= 0 || share >= 1)) return missing('not-computable', 'urban-population');
    const difference = growthDifference(before, after, baseYear - previous);
    const norm = pack.baseline.info.parameters.urbanGrowthNorm;
    sum += urbanShareAfter(after, difference, year - baseYear, norm) * sumCounts(counts, { areas: [index] });
  }
  return sum;
}
