import { log } from '#base';
import type { Sex } from '#base';
import { infantSeparation, remaining } from './life-table.ts';
import type { LifeTable } from './life-table.ts';

/** A life table of ages 0, 1, 5, 10, … with the last one open; `ages[i]` is the first age of row i. */
export interface AbridgedLifeTable extends LifeTable {
  readonly ages: readonly number[];
}

/** Where a(0) comes from: Andreev & Kingkade 2015 (UN since 2022), or Coale & Demeny 1983 (UN until 2019). */
export type InfantRule = 'andreev-kingkade' | 'coale-demeny';

const HIGH_INFANT_MORTALITY = 0.107;

/** a(0) of Coale & Demeny's family West. Preston, Heuveline & Guillot 2001, table 3.3. */
export function coaleDemenyInfant(m0: number, sex: Sex): number {
  if (m0 >= HIGH_INFANT_MORTALITY) return sex === 'male' ? 0.33 : 0.35;
  return sex === 'male' ? 0.045 + 2.684 * m0 : 0.053 + 2.8 * m0;
}

/** Years lived between 1 and 5 by those who die there, 4a1, from m0; the same table. */
export function coaleDemenyChild(m0: number, sex: Sex): number {
  if (m0 >= HIGH_INFANT_MORTALITY) return sex === 'male' ? 1.352 : 1.361;
  return sex === 'male' ? 1.651 - 2.816 * m0 : 1.522 - 1.518 * m0;
}

/** Least a(x) of a five-year group at old ages. */
const LEAST_SEPARATION = 0.97;

/**
 * Abridged life table from central death rates. 4a1 by Coale & Demeny; a = 2.5 at 5-9 and 10-14; from 15 on Greville's
 * a = 2.5 − (25/12)·(m(x) − k) with k = ln(m(x+5)/m(x−5))/10 (Greville 1943), at least 0.97 years; open age a = 1/m.
 * `ages` are 0, 1, 5, 10, … . A rate below 0, or of 0 from age 10 on (k needs its logarithm), or other ages throw.
 */
export function abridgedLifeTable(
  ages: readonly number[],
  mx: Float64Array,
  sex: Sex,
  infant: InfantRule = 'andreev-kingkade',
): AbridgedLifeTable {
  const open = ages.length - 1;
  if (mx.length !== ages.length || ages.some((age, i) => age !== (i < 2 ? i : 5 * (i - 1))))
    throw new Error('an abridged life table has the ages 0, 1, 5, 10 and so on, with a rate for each');
  if (mx.some((rate, i) => !(rate >= 0) || (ages[i]! >= 10 && rate === 0)))
    throw new Error('death rates must be >= 0, from age 10 on > 0');
  const width = (i: number): number => ages[i + 1]! - ages[i]!;
  const ax = mx.map((m, i) => {
    if (i === open) return 1 / m;
    if (i === 0) return infant === 'coale-demeny' ? coaleDemenyInfant(m, sex) : infantSeparation(m, sex);
    if (i === 1) return coaleDemenyChild(mx[0]!, sex);
    if (ages[i]! < 15) return 2.5;
    const rise = log(mx[i + 1]! / mx[i - 1]!) / 10;
    return Math.max(LEAST_SEPARATION, 2.5 - (25 / 12) * (m - rise));
  });
  const qx = mx.map((m, i) => {
    if (i === open) return 1;
    const q = (width(i) * m) / (1 + (width(i) - ax[i]!) * m);
    return q > 1 ? -Math.expm1(-width(i) * m) : q;
  });
  const lx = new Float64Array(ages.length);
  lx[0] = 1;
  for (let i = 0; i < open; i++) lx[i + 1] = lx[i]! * (1 - qx[i]!);
  const Lx = lx.map((l, i) => (i === open ? l * ax[i]! : width(i) * lx[i + 1]! + ax[i]! * (l - lx[i + 1]!)));
  return { ages, mx, qx, ax, lx, Lx, ...remaining(lx, Lx) };
}

/**
 * Survivorship ratios for a step of five years, by five-year group at the END of the step, the last open: S(0-4) = 5L0 / 5
 * per birth; S(x) = 5Lx / 5L(x−5); open S = T(ω) / T(ω−5), applied to those ω−5 and over. The open group starts at `openAge`,
 * which the table may go beyond. Preston, Heuveline & Guillot 2001, ch. 6.
 */
export function fiveYearSurvival({ ages, Lx, Tx }: AbridgedLifeTable, openAge = 100): Float64Array {
  const open = ages.indexOf(openAge);
  if (open < 0) throw new Error(`the life table has no age ${openAge}`);
  const groups = [Lx[0]! + Lx[1]!, ...Lx.slice(2, open)];
  return Float64Array.of(
    groups[0]! / 5,
    ...groups.slice(1).map((years, i) => years / groups[i]!),
    Tx[open]! / Tx[open - 1]!,
  );
}
