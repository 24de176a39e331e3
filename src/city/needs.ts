import type { LocalText } from '#base';
import type { Pack } from '#plan';
import { countiesOf, findIndicator } from '#plan';
import { contractsOf } from './contracts.ts';
import { feeds } from './feeds/index.ts';
import { LEVELS } from './lives/targets.ts';

const CENSUSES = [2010, 2020] as const;
const VARIABLES = [
  'total-population',
  'urban-population',
  'households',
  'household-population',
  'one-person-households',
  'inflow-same-county',
  'inflow-same-province',
  'inflow-other-province',
  'minority-percent',
  ...LEVELS,
];

/** What a pack still lacks before a city can be made of it; nothing when all is there. */
export function cityNeeds(pack: Pack): LocalText[] {
  const missing: LocalText[] = [];
  const need = (held: boolean, zh: string, en: string): void => {
    if (!held) missing.push({ zh, en });
  };
  const known = new Set(pack.baseline.areaVariables.map((row) => `${row.area} ${row.year} ${row.variable}`));
  const counted = new Set(pack.baseline.ageSex.map((row) => `${row.area} ${row.year}`));
  for (const { code, name } of countiesOf(pack)) {
    need(
      pack.areas.some(({ level, parent }) => level === 'township' && parent === code),
      `${name.zh}的乡镇街道(areas.yaml)`,
      `townships of ${name.en} (areas.yaml)`,
    );
    for (const year of CENSUSES) {
      need(
        counted.has(`${code} ${year}`),
        `${name.zh} ${year} 年普查年龄(age-sex.csv)`,
        `ages of ${name.en} in ${year} (age-sex.csv)`,
      );
      const lacking = VARIABLES.filter((variable) => !known.has(`${code} ${year} ${variable}`)).join(', ');
      need(
        lacking === '',
        `${name.zh} ${year}:${lacking}(area-variables.csv)`,
        `${name.en} ${year}: ${lacking} (area-variables.csv)`,
      );
    }
    need(
      known.has(`${code} ${CENSUSES[0]} registered-population`),
      `${name.zh}2010 年户籍人口(area-variables.csv)`,
      `registered population of ${name.en} in 2010 (area-variables.csv)`,
    );
  }
  need(
    findIndicator(pack, 'registered-population') !== undefined,
    '指标 registered-population',
    'indicator registered-population',
  );
  const contracts = contractsOf(pack).datasets;
  const datasets = feeds.filter(({ dataset }) => !contracts.has(dataset)).map(({ dataset }) => dataset);
  need(
    datasets.length === 0,
    `数据集约定(datasets/):${datasets.join(', ')}`,
    `contracts in datasets/: ${datasets.join(', ')}`,
  );
  return missing;
}
