import { isMissing, sumCounts } from '#base';
import type { FigureBook } from '#indicators';
import { personsPer } from '#projection';
import type { ConsistencyFinding } from './consistency.ts';
import type { JointRun } from './joint-run.ts';
import { VERDICT_OF } from './joint-run.ts';
import { gradeOf } from './plausibility.ts';
import { plain, roughPersons } from './words.ts';

/** Births that come with the targets, against persons aged 0 in the censuses. */
export function birthsOfTargets(
  book: FigureBook,
  { sizes, held }: JointRun,
  jointBook: FigureBook,
): ConsistencyFinding[] {
  const { baseline } = book;
  const births = baseline.pack.indicators.find(({ formula }) => formula === 'births');
  const fertility = held.findLast(({ indicator }) => indicator.formula === 'total-fertility-rate');
  if (births === undefined || fertility === undefined) return [];
  const year = Math.max(fertility.target.at, sizes.at(-1)?.target.at ?? 0);
  const computed = jointBook.projected(births.id, baseline.pack.info.city, year, 'joint-targets').value;
  if (isMissing(computed)) return [];
  const seen = [...baseline.censuses].map(([at, { counts }]) => ({
    at,
    persons: sumCounts(counts, { from: 0, to: 0 }),
  }));
  const { grade, factor } = gradeOf(computed, [0, ...seen.map(({ persons }) => persons)]);
  return [
    {
      id: `births-${year}`,
      verdict: VERDICT_OF[grade],
      title: { zh: `${year}年的出生人数`, en: `Births in ${year}` },
      year,
      computed,
      unit: births.unit,
      arithmetic: `TFR ${plain(fertility.target.value, 2)} ⇒ B(${year}) = ${plain(computed, 0)}`,
      sentences: [
        {
          zh: `各项目标同时成立时,${year}年出生${roughPersons(computed)}人${factor === undefined ? ',不多于普查时的出生规模' : `,是普查时最多的${plain(factor, 1)}倍`}。`,
          en: `With all targets at once ${roughPersons(computed)} children are born in ${year}${factor === undefined ? ', no more than at the censuses' : `, ${plain(factor, 1)} times the most at a census`}.`,
        },
        ...seen.map(({ at, persons }) => ({
          zh: `${at}年普查0岁人口:${plain(persons, 0)}人。`,
          en: `Persons aged 0 in the census of ${at}: ${plain(persons, 0)}.`,
        })),
      ],
      sources: [fertility.target.source],
    },
  ];
}

/** Urban residents that the population and urban-share targets make together, against the growth between the censuses. */
export function urbanGrowth(
  { baseline }: FigureBook,
  { sizes, held }: JointRun,
  jointBook: FigureBook,
): ConsistencyFinding[] {
  const { pack, baseYear } = baseline;
  const { city } = pack.info;
  const share = held.findLast(({ indicator }) => indicator.formula === 'urbanisation-rate');
  const size = sizes.find(({ target }) => target.at === share?.target.at);
  const previousYear = [...baseline.censuses.keys()].findLast((year) => year < baseYear);
  if (share === undefined || size === undefined || previousYear === undefined) return [];
  const [before, now] = [previousYear, baseYear].map((year) => baseline.variable(city, year, 'urban-population'));
  if (typeof before !== 'number' || typeof now !== 'number') return [];
  const year = share.target.at;
  const persons = jointBook.projected(size.indicator.id, city, year, 'joint-targets').value;
  if (isMissing(persons)) return [];
  const total = persons * personsPer(size.indicator.unit);
  const urban = (total * share.target.value) / 100;
  const perYear = (urban - now) / (year - baseYear);
  const seen = (now - before) / (baseYear - previousYear);
  const { grade, factor } = gradeOf(perYear, [0, seen]);
  return [
    {
      id: `urban-growth-${year}`,
      verdict: VERDICT_OF[grade],
      title: {
        zh: '人口目标与城镇化目标合起来的城镇人口',
        en: 'Urban residents of the population and urbanisation targets together',
      },
      year,
      computed: perYear,
      unit: 'persons-per-year',
      arithmetic: `(${plain(total, 0)} × ${plain(share.target.value, 2)} % − ${plain(now, 0)}) ÷ ${year - baseYear} = ${plain(perYear, 0)}`,
      sentences: [
        {
          zh: `到${year}年城镇人口须为${roughPersons(urban)}人,每年增加${roughPersons(perYear)}人${factor === undefined ? ',曾经有过' : `,是${previousYear}—${baseYear}年的${plain(factor, 1)}倍`};农村人口为${roughPersons(total - urban)}人。`,
          en: `Urban residents must be ${roughPersons(urban)} in ${year}, ${roughPersons(perYear)} more each year${factor === undefined ? ', as seen before' : `, ${plain(factor, 1)} times that of ${previousYear}–${baseYear}`}; rural residents are then ${roughPersons(total - urban)}.`,
        },
        {
          zh: `${previousYear}—${baseYear}年城镇人口年均增加${roughPersons(seen)}人。`,
          en: `In ${previousYear}–${baseYear} urban residents grew by ${roughPersons(seen)} a year.`,
        },
      ],
      sources: [size.target.source, share.target.source],
    },
  ];
}
