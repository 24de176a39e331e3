import type { LocalText, Missing } from '#base';
import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import { keeps, targetStatus } from '#monitoring';
import type { DatedValue, Indicator } from '#plan';
import { getArea } from '#plan';
import type { ConsistencyFinding } from './consistency.ts';
import type { JointRun } from './joint-run.ts';
import { plain, quantity } from './words.ts';

/** Every other target and forecast of the city that a projection can tell, against the joint run. */
export function otherNumbers(book: FigureBook, joint: JointRun, jointBook: FigureBook): ConsistencyFinding[] {
  const { pack } = book.baseline;
  const { city } = pack.info;
  const set = new Set([...joint.held, ...joint.sizes].map(({ indicator }) => indicator.id));
  return pack.indicators
    .filter(({ id, formula }) => formula !== undefined && !set.has(id))
    .flatMap((indicator) => {
      const targets = targetStatus(jointBook, indicator.id, city, joint.scenario.id).outlook;
      const forecasts = indicator.values
        .filter(
          ({ role, area, value, doubtful }) =>
            role === 'forecast' && (area ?? city) === city && value !== undefined && doubtful === undefined,
        )
        .map((target) => {
          const figure = jointBook.projected(indicator.id, city, target.at, joint.scenario.id);
          return {
            target,
            aim: target.value!,
            figure,
            ...(isMissing(figure.value) ? {} : { met: keeps(figure.value, target.value!, indicator, target) }),
          };
        });
      return [...targets, ...forecasts]
        .filter(({ target }) => target.at > book.baseline.baseYear)
        .map(({ target, aim, figure, met }) => otherFinding(book, indicator, target, aim, figure.value, met));
    });
}

const BOUND_WORDS: Readonly<Record<DatedValue['bound'], LocalText & { readonly sign: string }>> = {
  exactly: { zh: '', en: '', sign: '=' },
  about: { zh: '约', en: 'about ', sign: '≈' },
  above: { zh: '超过', en: 'more than ', sign: '>' },
  below: { zh: '低于', en: 'less than ', sign: '<' },
  'at-least': { zh: '不低于', en: 'at least ', sign: '≥' },
  'at-most': { zh: '不高于', en: 'at most ', sign: '≤' },
};

function otherFinding(
  { baseline }: FigureBook,
  indicator: Indicator,
  target: DatedValue,
  aim: number,
  computed: number | Missing,
  met: boolean | undefined,
): ConsistencyFinding {
  const { pack } = baseline;
  const amount = (value: number): LocalText => quantity(pack, value, indicator.unit);
  const bound = BOUND_WORDS[target.bound];
  const said =
    target.role === 'forecast'
      ? { zh: '规划预计', en: 'the plan expects' }
      : { zh: '规划要求', en: 'the plan asks for' };
  const given = isMissing(computed) ? { zh: '算不出', en: 'not to be told' } : amount(computed);
  const relative = target.relative && getArea(pack, target.relative.area).name;
  const asked =
    relative === undefined
      ? { zh: `${said.zh}${bound.zh}${amount(aim).zh}`, en: `${said.en} ${bound.en}${amount(aim).en}` }
      : {
          zh: `${said.zh}${bound.zh}${relative.zh}当年水平,那里当年的数未知(最近为${amount(aim).zh})`,
          en: `${said.en} ${bound.en}that of ${relative.en} in the same year, which is not known (last ${amount(aim).en})`,
        };
  return {
    id: `${target.role}-${indicator.id}-${target.at}`,
    verdict: met === undefined ? 'not-computable' : met ? 'holds' : 'conflicts',
    title: { zh: `${indicator.label.zh}(${target.at}年)`, en: `${indicator.label.en} (${target.at})` },
    year: target.at,
    computed,
    ...(relative === undefined ? { stated: aim } : {}),
    unit: indicator.unit,
    arithmetic: `${isMissing(computed) ? '?' : plain(computed, 2)} ${bound.sign} ${plain(aim, 2)} ${met === undefined ? '?' : met ? '✓' : '✕'}`,
    sentences: [
      {
        zh: `各项目标同时成立时,${target.at}年${indicator.label.zh}为${given.zh};${asked.zh}。`,
        en: `With all targets at once, “${indicator.label.en}” is ${given.en} in ${target.at}; ${asked.en}.`,
      },
    ],
    sources: [target.source],
  };
}
