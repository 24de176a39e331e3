import { exp, log } from '#base';
/**
 * Urban shares of areas (0..1) whose total is to be `target` of everybody: each area's logit is moved by the same amount, so that none
 * leaves 0..1 and the more urban stay the more urban. `populations` are the areas' persons; bisection to 1e-10.
 */
export function shiftUrbanShares(shares: readonly number[], populations: readonly number[], target: number): number[] {
  const logits = shares.map((share) => log(share / (1 - share)));
  const total = populations.reduce((a, b) => a + b, 0);
  const moved = (shift: number): number[] => logits.map((logit) => 1 / (1 + exp(-(logit + shift))));
  const mean = (shift: number): number =>
    moved(shift).reduce((sum, share, i) => sum + share * populations[i]!, 0) / total;
  let low = -20;
  let high = 20;
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (mean(middle) < target) low = middle;
    else high = middle;
  }
  return moved((low + high) / 2);
}
