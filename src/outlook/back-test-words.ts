import type { LocalText, Missing } from '#base';
import { isMissing } from '#base';
import type { Contender } from './back-test.ts';
import type { Scope } from './back-test-figures.ts';
import type { ForecastError } from './forecast-error.ts';
import { RIVAL_NAMES } from './rivals.ts';
import { capital, plain } from './words.ts';

export const CONTENDER_NAMES: Readonly<Record<Contender, LocalText>> = {
  model: { zh: '本模型', en: 'this model' },
  ...RIVAL_NAMES,
};

export const SCOPE_NAMES: Readonly<Record<Scope, LocalText>> = {
  total: { zh: '全市总人口', en: 'city total' },
  areas: { zh: '各区县总人口', en: 'totals of counties' },
  ages: { zh: '全市各年龄组', en: 'age groups of the city' },
  cells: { zh: '区县×性别×年龄组', en: 'county by sex by age group' },
};

/** Who forecast best, by WAPE, in a sentence; where it was not the model, the sentence begins with that. */
export function backTestWords(
  scope: Scope,
  errors: Readonly<Record<Contender, ForecastError | Missing>>,
  winner: Contender,
): LocalText {
  const known = Object.entries(errors).flatMap(([contender, error]) =>
    isMissing(error) ? [] : [{ contender: contender as Contender, wape: error.wape }],
  );
  const figure = (of: Contender): string => plain(known.find(({ contender }) => contender === of)?.wape ?? 0, 2);
  const name = SCOPE_NAMES[scope];
  const own = errors.model;
  const count = isMissing(own) ? 0 : own.count;
  const where = { zh: `${name.zh}(${count}个数)`, en: `${name.en} (${count} ${count === 1 ? 'figure' : 'figures'})` };
  if (winner !== 'model')
    return {
      zh: `${where.zh}:本模型不如“${CONTENDER_NAMES[winner].zh}”(误差${figure('model')}%对${figure(winner)}%)。`,
      en: `${capital(where.en)}: this model loses to ${CONTENDER_NAMES[winner].en} (error of ${figure('model')} % against ${figure(winner)} %).`,
    };
  const rival = known.filter(({ contender }) => contender !== 'model').toSorted((a, b) => a.wape - b.wape)[0];
  if (rival === undefined)
    return {
      zh: `${where.zh}:本模型误差${figure('model')}%,没有可比的简单方法。`,
      en: `${capital(where.en)}: this model is off by ${figure('model')} %; no simple rival can be had.`,
    };
  return {
    zh: `${where.zh}:本模型误差${figure('model')}%,最好的简单方法“${CONTENDER_NAMES[rival.contender].zh}”为${figure(rival.contender)}%。`,
    en: `${capital(where.en)}: this model is off by ${figure('model')} %, the best simple rival (${CONTENDER_NAMES[rival.contender].en}) by ${figure(rival.contender)} %.`,
  };
}
