/** Fertility by order of birth: rates of all women by order and age of mother, and what they add up to. */
export interface OrderFertility {
  /** Births of each order per woman of the age, of whatever parity ("of the second kind"): orders x ages. */
  readonly rates: readonly Float64Array[];
  /** Children of each order per woman; they sum to the total fertility rate. */
  readonly totals: readonly number[];
  /** Share of women with a child of each order who go on to the next at the year's rates: totals[i + 1] / totals[i]. */
  readonly progression: readonly number[];
}

/**
 * Fertility rates by order of birth from births by order and age of mother and women by age. Women need not be known by parity, so the rates
 * are additive and sum to the ordinary schedule; progression is the synthetic ratio of the totals, not a life-table one. Shryock & Siegel 1976, ch. 16;
 * Preston, Heuveline & Guillot 2001, ch. 5. Births at an age without women throw.
 */
export function fertilityByOrder(births: readonly ArrayLike<number>[], women: ArrayLike<number>): OrderFertility {
  const rates = births.map((ofOrder) =>
    Float64Array.from(ofOrder, (count, age) => {
      if (!(count >= 0) || (count > 0 && !(women[age]! > 0)))
        throw new Error(`${count} births to ${women[age]} women at index ${age}`);
      return count === 0 ? 0 : count / women[age]!;
    }),
  );
  const totals = rates.map((schedule) => schedule.reduce((a, b) => a + b, 0));
  return {
    rates,
    totals,
    progression: totals.slice(1).map((next, i) => (totals[i]! > 0 ? next / totals[i]! : 0)),
  };
}
