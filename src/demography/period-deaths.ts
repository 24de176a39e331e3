/**
 * Deaths by age at death within a period, from deaths by cohort (indexed by age at the END of the step; infants at 0). Those of a cohort that grows
 * from x − 1 to x fall partly at each age: a share s(x−1) at the younger, s(x) = (L(x) − n·l(x+1)) / (L(x) − L(x+1)), for the last
 * closed age (L − n·l)/L. The sum stays the same. `lx`, `Lx` by group of `width` years with the last open, per birth; `cohort` as long.
 * Preston, Heuveline & Guillot 2001, ch. 2 (separation factors); UN WPP 2022 methodology.
 */
export function periodDeaths(
  cohort: ArrayLike<number>,
  { lx, Lx }: { readonly lx: ArrayLike<number>; readonly Lx: ArrayLike<number> },
  width = 1,
): Float64Array {
  const open = cohort.length - 1;
  const younger = (age: number): number => {
    const lived = Lx[age]! - width * lx[age + 1]!;
    const between = age + 1 === open ? Lx[age]! : Lx[age]! - Lx[age + 1]!;
    return between > 0 ? Math.min(1, Math.max(0, lived / between)) : 0.5;
  };
  const deaths = new Float64Array(cohort.length);
  deaths[0] = cohort[0]!;
  for (let age = 1; age <= open; age++) {
    const before = younger(age - 1) * cohort[age]!;
    deaths[age - 1]! += before;
    deaths[age]! += cohort[age]! - before;
  }
  return deaths;
}
