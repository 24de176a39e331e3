import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPopulation } from './population-table.ts';
import { readRates } from './rates-table.ts';
import type { Table } from './table.ts';

const table = (text: string): Table => ({
  file: 'p.csv',
  rows: text
    .trim()
    .split('\n')
    .map((line, index) => ({ line: index + 1, cells: line.trim().split(',') })),
});
const read = (text: string) => readPopulation(table(text), { year: 2020, area: '本市' });
const codes = (text: string) => read(text).problems.map(({ code, where }) => [code, where.line, where.path]);

const GROUPS = ['0-4', '5-64', '65+'];
const block = (area: string, sex: string, persons: readonly number[] = [10, 50, 20]): string =>
  GROUPS.map((age, i) => `${area},${sex},${age},${persons[i]}`).join('\n');
const good = `地区,性别,年龄,人口\n${block('东区', '男')}\n${block('东区', '女')}`;

describe('a population table', () => {
  it('is read in long form', () => {
    const { rows, problems, dated } = read(`${good}\n注:示例\n资料来源:某市统计局,,,`);
    expect(problems).toEqual([]);
    expect(dated).toBe(false);
    expect(rows).toHaveLength(6);
    expect(rows[2]).toEqual({
      line: 4,
      year: 2020,
      area: '东区',
      code: undefined,
      sex: 'male',
      from: 65,
      to: null,
      persons: 20,
    });
  });

  it('is read with men and women side by side, titles above, units in brackets and totals left out', () => {
    const { rows, problems } = read(
      `某市人口,,,\n单位:万人,,,\n年龄组,合计(万人),男(万人),女(万人)\n总计,16,8,8\n0-4,2,1,1\n5-64,10,5,5\n65岁及以上,4,2,2`,
    );
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['table.totals-left-out', 'warning']]);
    expect(rows.map(({ area, persons }) => [area, persons])).toEqual(
      [10_000, 10_000, 50_000, 50_000, 20_000, 20_000].map((n) => ['本市', n]),
    );
  });

  it('counts in the unit that stands above the header', () => {
    const inTenThousands = good.replaceAll(/(10|50|20)$/gm, (persons) => String(Number(persons) / 100));
    const persons = (text: string) => read(text).rows.map((row) => row.persons);
    expect(persons(`单位:万人\n${inTenThousands}`)).toEqual(persons(good).map((count) => count * 100));
    expect(persons(`单位:人\n${good}`)).toEqual(persons(good));
    expect(read(inTenThousands).problems.map(({ code }) => code)).toEqual(['table.rounded']);
  });

  it('tells every fault with line and column, each once', () => {
    const faulty = good.split('\n');
    faulty[1] = '东区,男,零,10';
    faulty[2] = '东区,男,5-64,-50';
    faulty[4] = '东区,X,0-4,10';
    faulty[5] = '东区,女,5-64,';
    faulty.push('东区,女,65+,20', '西区,女,0-9,1', '西区,女,5-64,1', '西区,女,70-74,1', ',男,0-4,3');
    expect(codes(faulty.join('\n'))).toEqual([
      ['table.cell-invalid', 2, '年龄'],
      ['table.cell-invalid', 3, '人口'],
      ['table.cell-invalid', 5, '性别'],
      ['table.cell-empty', 6, '人口'],
      ['table.row-repeated', 8, undefined],
      ['table.ages-overlap', 10, undefined],
      ['table.ages-gap', 11, undefined],
      ['table.ages-closed', 11, undefined],
      ['table.filled-down', 12, '地区'],
      ['table.ages-gap', 12, undefined],
    ]);
  });

  it('names what is missing: columns, a sex, an area in a year', () => {
    expect(codes('地区,性别,年龄\n东区,男,0')).toEqual([['table.column-missing', 1, undefined]]);
    expect(codes('a,b\n1,2')).toEqual([['table.header-missing', 1, undefined]]);
    expect(codes('地区,性别,年龄,人口')).toEqual([['table.empty', 1, undefined]]);
    expect(codes(`地区,性别,年龄,人口\n${block('东区', '男')}`)).toEqual([['table.sex-missing', undefined, undefined]]);
    const years = good
      .split('\n')
      .map((line, index) => (index === 0 ? `年份,${line}` : `2020,${line}`))
      .concat(
        block('西区', '男')
          .split('\n')
          .map((line) => `2010,${line}`),
      );
    expect(codes(years.join('\n')).map(([code]) => code)).toEqual([
      'table.area-missing',
      'table.area-missing',
      'table.sex-missing',
    ]);
  });

  it('leaves out an area that is the sum of the others, and says where a total differs', () => {
    const sums = [
      block('西区', '男'),
      block('西区', '女'),
      block('全域', '男', [20, 100, 40]),
      block('全域', '女', [20, 100, 40]),
    ];
    const { rows, problems } = read([good, ...sums, '合计,男,65+,41'].join('\n'));
    expect(new Set(rows.map(({ area }) => area))).toEqual(new Set(['东区', '西区']));
    expect(problems.map(({ code, params }) => [code, params['sum'] ?? params['count']])).toEqual([
      ['table.total-differs', 40],
      ['table.totals-left-out', 7],
    ]);
  });

  it('wants one code for a name and one name for a code', () => {
    const coded = good
      .split('\n')
      .map((line, index) => `${index === 0 ? '代码' : '510502'},${line}`)
      .concat([...block('西区', '男').split('\n'), ...block('西区', '女').split('\n')].map((line) => `510502,${line}`));
    expect(codes(coded.join('\n'))).toEqual([['table.code-differs', 8, undefined]]);
  });

  it('fills merged cells from above', () => {
    const merged = good.replaceAll('\n东区,男,5-64', '\n,,5-64').replaceAll('\n东区,男,65+', '\n,,65+');
    const { rows, problems } = read(merged);
    expect(rows).toEqual(read(good).rows);
    expect(problems.map(({ params }) => [params['column'], params['count']])).toEqual([
      ['地区', 2],
      ['性别', 2],
    ]);
  });

  it('keeps every person of any table without faults', () => {
    const persons = fc.array(fc.nat(100_000), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(persons, persons), { minLength: 1, maxLength: 2 }), (areas) => {
        const text = areas
          .map(([men, women], i) => `${block(`区${i}`, '1', men)}\n${block(`区${i}`, '2', women)}`)
          .join('\n');
        const { rows, problems } = read(`地区,性别,年龄,人口\n${text}`);
        expect(problems).toEqual([]);
        expect(rows.reduce((sum, row) => sum + row.persons, 0)).toBe(areas.flat(2).reduce((a, b) => a + b, 0));
      }),
    );
  });
});

describe('rates by area', () => {
  const areas = new Map([
    ['东区', '000001'],
    ['西区', '000002'],
  ]);

  it('are read by any of their columns; empty cells take the default', () => {
    const { rates, problems } = readRates(
      table('区县,TFR,平均预期寿命,净迁入(万人)\n东区,1.2,,-0.5\n西区,,79.1,'),
      areas,
    );
    expect(problems).toEqual([]);
    expect(rates.get('000001')).toEqual({ fertility: 1.2, netMigration: -5000 });
    expect(rates.get('000002')).toEqual({ lifeExpectancy: 79.1 });
  });

  it('tell unknown areas, repeated rows, numbers out of bounds', () => {
    const { problems } = readRates(table('地区,tfr\n东匹,1.2\n西区,12\n西区,x\n全市,1.1'), areas);
    expect(problems.map(({ code, where }) => [code, where.line])).toEqual([
      ['table.area-unknown', 2],
      ['plan.out-of-bounds', 3],
      ['table.row-repeated', 4],
      ['table.cell-invalid', 4],
      ['table.totals-left-out', 5],
    ]);
  });
});
