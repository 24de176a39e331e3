import type { Problem } from '#base';
import { describeProblem, problemTexts } from '#base';
import { planPath } from '#plan';
import { describe, expect, it } from 'vitest';
import { exampleFiles, parseWith } from '../support/packs.ts';

const population = 'indicators/resident-population.yaml';
const disability = 'schedules/old-age-disability.yaml';
const workingAge = 'schedules/statutory-working-age.yaml';
const registered = `note: { zh: 试, en: test }
indicator: resident-population
sexRatio: { indicator: resident-population, at: 2020 }
ages: [{ indicator: resident-population, at: 2020, from: 0, to: 100 }]
away: { schedule: old-age-disabilty }
floating: { schedule: old-age-disability }
relativeFertility: { value: 1, source: { doc: invented } }
transfers: [{ at: 2020, value: 0, source: { doc: invented } }]
`;
const replace = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to replace: ${from}`);
  return changed;
};
const lineOf = (path: string, part: string): number =>
  exampleFiles()
    .find((file) => file.path === path)!
    .text.split('\n')
    .findIndex((line) => line.includes(part)) + 1;
const brief = (problems: readonly Problem[]) =>
  problems.map(({ code, where, fix }) => ({ code, file: where.file, line: where.line, fix }));

describe('a pack with mistakes', () => {
  it('is accepted without them', () => {
    expect(parseWith().problems).toEqual([]);
    expect(parseWith().pack?.info.id).toBe('example');
  });

  const cases: [
    string,
    string,
    (text: string) => string | undefined,
    Partial<{ code: string; line: number; fix: string }>,
  ][] = [
    [
      'an unknown key',
      population,
      replace('better: higher', 'beter: higher'),
      { code: 'plan.key-unknown', line: lineOf(population, 'better:'), fix: 'better' },
    ],
    [
      'a repeated key',
      population,
      replace('kind: anticipated', 'kind: anticipated\nkind: binding'),
      { code: 'plan.key-repeated', line: lineOf(population, 'kind:') + 1 },
    ],
    [
      'an unknown unit',
      population,
      replace('unit: ten-thousand-persons', 'unit: ten-thousand-person'),
      { code: 'plan.unit-unknown', line: lineOf(population, 'unit:'), fix: 'ten-thousand-persons' },
    ],
    [
      'an unknown section',
      population,
      replace('section: box-1', 'section: box-2'),
      { code: 'plan.section-unknown', fix: 'box-1' },
    ],
    [
      'an unknown area',
      'warnings.yaml',
      replace('area: "999902"', 'area: "999903"'),
      { code: 'plan.area-unknown', line: lineOf('warnings.yaml', 'area: "999902"') },
    ],
    [
      'an unknown department',
      population,
      replace('[statistics-bureau]', '[statistic-bureau]'),
      { code: 'plan.department-unknown', fix: 'statistics-bureau' },
    ],
    [
      'a value without a source',
      population,
      replace(/\n    source: \{ doc: invented \}/, ''),
      { code: 'plan.source-missing' },
    ],
    [
      'a target before its baseline',
      population,
      replace('at: 2025', 'at: 2019'),
      { code: 'plan.target-before-baseline', line: lineOf(population, 'at: 2025') },
    ],
    ['a path missing', population, replace('path: linear\n', ''), { code: 'plan.path-missing' }],
    [
      'a value that is neither number nor words',
      population,
      replace('value: 105', 'bound: about'),
      { code: 'plan.value-empty' },
    ],
    [
      'an unknown source',
      population,
      replace('{ doc: invented }', '{ doc: inventd }'),
      { code: 'plan.source-unknown', fix: 'invented' },
    ],
    [
      'an unknown indicator',
      'warnings.yaml',
      replace('indicator: share-65-plus', 'indicator: share-65'),
      { code: 'plan.indicator-unknown' },
    ],
    [
      'an unknown formula',
      population,
      replace('formula: resident-population', 'formula: residents'),
      { code: 'plan.formula-unknown' },
    ],
    [
      'a citation without a phrase',
      population,
      replace(', words: "常住人口 万人 100.00"', ''),
      { code: 'plan.words-missing' },
    ],
    [
      'an id that is not the file name',
      population,
      replace('id: resident-population', 'id: population'),
      { code: 'plan.value-invalid', line: 1, fix: 'id: resident-population' },
    ],
    [
      'a wrong kind of value',
      population,
      replace('value: 105', 'value: many'),
      { code: 'plan.value-invalid', line: lineOf(population, 'value: 105') },
    ],
    ['broken YAML', 'units.yaml', replace('- { id: persons,', '- { id: persons'), { code: 'plan.not-yaml' }],
    ['a file missing', 'departments.yaml', () => undefined, { code: 'plan.file-missing' }],
    ['a stray file', 'indicator/typo.yaml', () => 'id: typo', { code: 'plan.file-unknown' }],
    [
      'a census row missing',
      'baseline/age-sex.csv',
      replace(/\n2020,999901,male,25,29,\d+/, ''),
      { code: 'plan.rows-missing' },
    ],
    [
      'a census row that is no number',
      'baseline/age-sex.csv',
      replace(/(\n2020,999901,male,25,29),\d+/, '$1,many'),
      { code: 'plan.value-invalid' },
    ],
    [
      'totals that differ',
      'baseline/area-variables.csv',
      replace('2020,999901,total-population,600000', '2020,999901,total-population,600001'),
      { code: 'plan.sum-differs' },
    ],
    [
      'a unit that the formula does not give',
      population,
      replace('unit: ten-thousand-persons', 'unit: persons'),
      { code: 'plan.unit-differs', fix: 'unit: ten-thousand-persons' },
    ],
    [
      'an assumption out of bounds',
      'scenarios/medium.yaml',
      replace('{ at: 2020, value: 78,', '{ at: 2020, value: 200,'),
      { code: 'plan.out-of-bounds' },
    ],
    [
      'totals that count no persons',
      'scenarios/medium.yaml',
      replace('indicator: resident-population', 'indicator: urbanisation-rate'),
      { code: 'plan.unit-differs' },
    ],
    [
      'a death rate below nought',
      'baseline/mortality.csv',
      replace(/(\n2020,female,40),[\d.]+/, '$1,-0.1'),
      { code: 'plan.value-invalid' },
    ],
    [
      'a table with nothing in it',
      'baseline/fertility.csv',
      () => 'residence,age,rate\n',
      { code: 'plan.rows-missing' },
    ],
    [
      'more urban people than people',
      'baseline/area-variables.csv',
      replace('2020,999901,urban-population,420000', '2020,999901,urban-population,620000'),
      { code: 'plan.value-invalid' },
    ],
    [
      'age groups with a gap',
      'baseline/age-sex.csv',
      (text) => text.replaceAll(',5,9,', ',5,8,'),
      { code: 'plan.value-invalid' },
    ],
    [
      'a target before the baseline with the city written out',
      population,
      replace('at: 2025\n    role: target', 'at: 2015\n    area: "999900"\n    role: target'),
      { code: 'plan.target-before-baseline' },
    ],
    [
      'an unknown figure in a statement',
      'statements.yaml',
      replace('figure: I005', 'figure: I999'),
      { code: 'plan.figure-unknown' },
    ],
    ['a map that is cut off', 'map.geojson', (text) => text.slice(0, 50), { code: 'plan.not-json' }],
    ['a map without a county', 'map.geojson', replace('999902', '999909'), { code: 'plan.rows-missing' }],
    ['bytes that are not UTF-8', 'areas.yaml', replace('东区', '\uFFFD\uFFFD'), { code: 'plan.not-utf8' }],
    [
      'assumptions out of order',
      'scenarios/medium.yaml',
      replace('{ at: 2030, value: 1.3,', '{ at: 2019, value: 1.3,'),
      { code: 'plan.order' },
    ],
    [
      'ages that overlap',
      disability,
      replace('to: 79', 'to: 84'),
      { code: 'plan.ages-overlap', line: lineOf(disability, 'from: 80'), fix: 'from: 85' },
    ],
    [
      'ages with a gap',
      disability,
      replace('from: 80', 'from: 85'),
      { code: 'plan.ages-gap', line: lineOf(disability, 'from: 80'), fix: 'from: 80' },
    ],
    [
      'ages that overlap only once a bound has moved',
      workingAge,
      (text) => text.replace('group: retire-at-55\n    from: 16', 'group: retire-at-50\n    from: 53'),
      { code: 'plan.ages-overlap' },
    ],
    [
      'a share above everybody',
      disability,
      replace('value: 10,', 'value: 110,'),
      { code: 'plan.out-of-bounds', line: lineOf(disability, 'value: 10,') },
    ],
    [
      'groups that are more than everybody together',
      workingAge,
      (text) =>
        text.replaceAll(
          'value: 50, source: { doc: invented } }\n  - sex',
          'value: 70, source: { doc: invented } }\n  - sex',
        ),
      { code: 'plan.out-of-bounds' },
    ],
    [
      'a rate without a source',
      disability,
      replace('value: 10, source: { doc: invented }', 'value: 10'),
      { code: 'plan.source-missing' },
    ],
    [
      'points of a rate out of order',
      disability,
      replace('at: 2030', 'at: 2009'),
      { code: 'plan.order', line: lineOf(disability, 'at: 2030') },
    ],
    ['a last age before the first', disability, replace('to: 79', 'to: 59'), { code: 'plan.order' }],
    ['two ends of an age', workingAge, replace('from: 16', 'from: 16\n    to: 59'), { code: 'plan.value-invalid' }],
    ['a schedule that is not there', 'registered.yaml', () => registered, { code: 'plan.schedule-unknown' }],
    [
      'registered totals that counties lack',
      'registered.yaml',
      () => registered,
      { code: 'plan.rows-missing', line: 2 },
    ],
    ['published ages of the base year itself', 'registered.yaml', () => registered, { code: 'plan.order', line: 4 }],
    ['years that run backwards', 'pack.yaml', replace('to: 2030', 'to: 2021'), { code: 'plan.value-invalid' }],
  ];
  it.each(cases)('with %s names code, place and fix', (_, path, change, expected) => {
    const { problems, pack } = parseWith({ [path]: change });
    expect(brief(problems)).toContainEqual(expect.objectContaining({ file: path, ...expected }));
    if (expected.code !== 'plan.file-unknown') expect(pack).toBeUndefined();
  });

  it('with a table that is not cited asks for the source', () => {
    const { problems } = parseWith({ 'baseline/baseline.yaml': replace(/  - \{ file: mortality.csv.*\n/, '') });
    expect(problems.map(({ code }) => code)).toEqual(['plan.source-missing', 'plan.source-missing']);
  });

  it('reads the same plan path whatever the order of its values', () => {
    const { pack } = parseWith();
    for (const indicator of pack!.indicators)
      expect(planPath(pack!, { ...indicator, values: indicator.values.toReversed() }, '999900')).toEqual(
        planPath(pack!, indicator, '999900'),
      );
  });

  it('tells all of them at once', () => {
    const { problems } = parseWith({
      [population]: (text) => text.replace('better: higher', 'beter: higher'),
      'indicators/pension-coverage.yaml': (text) =>
        text.replace('unit: per-cent', 'unit: percent').replace('path: linear\n', ''),
      'warnings.yaml': (text) => text.replace('indicator: share-65-plus', 'indicator: share-65'),
      'scenarios/plan.yaml': (text) => text.replace('{ doc: invented }', '{ doc: nobody }'),
    });
    expect(new Set(problems.map(({ code }) => code))).toEqual(
      new Set([
        'plan.key-unknown',
        'plan.key-missing',
        'plan.unit-unknown',
        'plan.path-missing',
        'plan.indicator-unknown',
        'plan.source-unknown',
      ]),
    );
  });

  it('has a sentence in both languages for every code', () => {
    for (const code of Object.keys(problemTexts) as (keyof typeof problemTexts)[])
      for (const language of ['zh', 'en'] as const)
        expect(describeProblem({ code, severity: 'error', where: {}, params: {} }, language).length).toBeGreaterThan(3);
  });
});
