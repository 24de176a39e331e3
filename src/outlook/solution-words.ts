import type { LocalText } from '#base';
import { getArea, getIndicator } from '#plan';
import type { Baseline } from '#projection';
import type { Course, Unknown } from './course.ts';
import type { Aim, NoSolution, Solution } from './solve.ts';
import { capital, plain, quantity, roughPersons } from './words.ts';

/** Names of the assumptions that may be solved for. */
export const UNKNOWN_NAMES: Readonly<Record<Unknown, LocalText>> = {
  fertility: { zh: '总和生育率', en: 'total fertility' },
  netMigration: { zh: '净迁入', en: 'net migration' },
  lifeExpectancy: { zh: '人均预期寿命', en: 'life expectancy' },
};

/** A value of an assumption as people write it. */
export function assumed(unknown: Unknown, value: number): LocalText {
  switch (unknown) {
    case 'fertility':
      return { zh: plain(value, 2), en: `${plain(value, 2)} children per woman` };
    case 'netMigration':
      return { zh: `每年${roughPersons(value)}人`, en: `${roughPersons(value)} a year` };
    case 'lifeExpectancy':
      return { zh: `${plain(value, 2)}岁`, en: `${plain(value, 2)} years` };
  }
}

function aimWords({ pack }: Baseline, { indicator, area, year, target }: Aim): LocalText {
  const place = getArea(pack, area).name;
  const { label, unit } = getIndicator(pack, indicator);
  const amount = quantity(pack, target, unit);
  return {
    zh: `${place.zh}${year}年${label.zh}达到${amount.zh}`,
    en: `“${label.en}” of ${place.en} to be ${amount.en} in ${year}`,
  };
}

/** What an answer says, in a sentence. */
export function solutionWords(baseline: Baseline, aim: Aim, answer: Omit<Solution, 'words' | 'changes'>): LocalText {
  const { unknown, shape, from, to, value, own } = answer;
  const words = aimWords(baseline, aim);
  const name = UNKNOWN_NAMES[unknown];
  const [needed, mine] = [assumed(unknown, value), assumed(unknown, own)];
  return shape === 'constant'
    ? {
        zh: `要使${words.zh},${from}—${to}年${name.zh}须为${needed.zh};方案自身平均为${mine.zh}。`,
        en: `For ${words.en}, ${name.en} must be ${needed.en} in ${from}–${to}; the scenario itself has ${mine.en} on average.`,
      }
    : {
        zh: `要使${words.zh},${name.zh}须从${from}年起逐年等步变动,到${to}年为${needed.zh};方案自身到该年为${mine.zh}。`,
        en: `For ${words.en}, ${name.en} must move in equal steps from ${from} to ${needed.en} in ${to}; the scenario itself has ${mine.en} that year.`,
      };
}

/** Why there is no answer, in a sentence. */
export function failureWords(
  baseline: Baseline,
  aim: Aim,
  { from, to }: Course,
  failure: Omit<NoSolution, 'words'>,
): LocalText {
  const { pack, baseYear } = baseline;
  const name = UNKNOWN_NAMES[failure.unknown];
  const { label, unit } = getIndicator(pack, aim.indicator);
  switch (failure.reason) {
    case 'outside-years':
      return {
        zh: `年份须满足 ${baseYear} < 起始年 ≤ 目标年 ≤ ${pack.info.years.horizon},现为 ${from}—${to}。`,
        en: `Years must satisfy ${baseYear} < first year ≤ target year ≤ ${pack.info.years.horizon}; these are ${from}–${to}.`,
      };
    case 'totals-decide':
      return {
        zh: `${from}—${to}年中有年份的净迁入由已给定的人口总量决定,不能再求解;请选更晚的起始年或另一方案。`,
        en: `In ${from}–${to} given population totals decide net migration, so it cannot be solved for; choose a later first year or another scenario.`,
      };
    case 'not-projected':
      return {
        zh: `预测给不出该地区该年的“${label.zh}”,无从求解。`,
        en: `A projection cannot tell “${label.en}” of that area and year, so there is nothing to solve for.`,
      };
    case 'no-effect':
      return { zh: `${name.zh}不影响“${label.zh}”。`, en: `${capital(name.en)} has no effect on “${label.en}”.` };
    case 'out-of-reach':
    case 'jump': {
      const nearest = failure.nearest!;
      const reached = quantity(pack, nearest.reached, unit);
      const there = assumed(failure.unknown, nearest.value);
      return failure.reason === 'jump'
        ? {
            zh: `“${label.zh}”在${name.zh}${there.zh}处跳过目标值(那里为${reached.zh}),没有恰好的解。`,
            en: `“${label.en}” jumps over the target at ${name.en} of ${there.en} (there it is ${reached.en}); no value gives it exactly.`,
          }
        : {
            zh: `在允许范围内单靠${name.zh}达不到:最接近的是${there.zh},那时“${label.zh}”为${reached.zh}。`,
            en: `Out of reach by ${name.en} alone within its bounds: the closest is ${there.en}, where “${label.en}” is ${reached.en}.`,
          };
    }
  }
}
