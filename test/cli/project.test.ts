import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import iconv from 'iconv-lite';
import readXlsx from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { main } from '../../src/cli/main.ts';
import { exampleFolder, luzhouFolder } from '../support/packs.ts';

const scratch = mkdtempSync(join(tmpdir(), 'popplus-project-'));
const program = resolve(import.meta.dirname, '../../bin/popplus.mjs');
const file = (name: string): string => join(scratch, name);
afterAll(() => rmSync(scratch, { recursive: true }));

/** The command in this process. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(['project', ...args], {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    language: 'en',
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The program as a user runs it, in its own process. */
async function popplus(
  args: readonly string[],
  language = 'en',
  onStart: (child: ChildProcess) => void = () => undefined,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: scratch,
    env: { ...process.env, POPPLUS_LANG: language },
  });
  onStart(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, err };
}

/** Luzhou's two censuses as a planner keeps them: headings, titles and units in Chinese, thousands apart, ages spoilt by Excel. */
function population(years: readonly string[]): string[][] {
  const [, ...rows] = readFileSync(join(luzhouFolder, 'baseline/age-sex.csv'), 'utf8').trim().split('\n');
  const spoilt: Record<string, string> = { '1-4': '1月4日', '5-9': '5月9日', '10-14': '10月14日' };
  const kept = rows.map((row) => row.split(',')).filter(([year, area]) => years.includes(year!) && area !== '510000');
  return [
    ['某市分县区人口'],
    ['地区', '普查年份', '性别', '年龄组', '人口(人)'],
    ...kept.map(([year, area, sex, from, to, persons]) => {
      const age = to === '' ? `${from}岁及以上` : from === to ? from! : `${from}-${to}`;
      return [
        area!,
        `${year}年`,
        sex === 'female' ? '女' : '男',
        spoilt[age] ?? age,
        Number(persons).toLocaleString('en-US'),
      ];
    }),
  ];
}

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\r\n');

describe('popplus project --population', { timeout: 60_000 }, () => {
  it('projects a city of a GB18030 table, and writes CSV and XLSX with the assumption book', async () => {
    writeFileSync(file('人口.csv'), iconv.encode(csv(population(['2010', '2020'])), 'gb18030'));
    const { code, err, out } = await popplus(
      [
        'project',
        '--population',
        '人口.csv',
        '--areas',
        'all',
        '--until',
        '2025',
        '--ages',
        '-o',
        '结果.csv',
        '-o',
        '结果.xlsx',
      ],
      'zh',
    );
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('mortality-standard');
    expect(err).toContain('table.read-as');
    const results = readFileSync(file('结果.csv'), 'utf8');
    expect(results.charCodeAt(0)).toBe(0xfeff);
    expect(results).toContain('medium,510502,510502,2025,resident-population,常住人口,');
    const ages = readFileSync(file('结果-ages.csv'), 'utf8').trim().split('\r\n');
    expect(ages).toHaveLength(1 + 8 * 6 * 2 * 101);
    const book = readFileSync(file('结果-assumptions.csv'), 'utf8');
    for (const name of ['mortality-standard', 'fertility-pattern', 'migration-fades'])
      expect(book).toContain(`(${name})`);
    const sheets = await readXlsx(file('结果.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['结果', '结果(逐项)', '分年龄性别', '假设一览']);
    const [first, ...rest] = sheets[0]!.data;
    expect(first!.slice(0, 3)).toEqual(['地区', '年份', '常住人口(万人)']);
    expect(rest).toHaveLength(8 * 6);
    expect(rest[0]!.slice(1, 3)).toEqual([2020, 425.4149]);
    expect(readdirSync(scratch).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('writes the same figures to Parquet as to CSV', async () => {
    writeFileSync(file('p.csv'), csv(population(['2020'])));
    const outputs = ['-o', file('out.csv'), '-o', file('out.parquet')];
    expect((await run('--population', file('p.csv'), '--until', '2023', '--ages', '-q', ...outputs)).code).toBe(0);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const rows = async (from: string): Promise<unknown[]> => {
      const cells = `SELECT COLUMNS(*)::VARCHAR FROM ${from}`;
      return (await connection.runAndReadAll(cells)).getRowsJson();
    };
    for (const name of ['out', 'out-ages', 'out-assumptions']) {
      const fromParquet = await rows(`'${file(`${name}.parquet`)}'`);
      expect(fromParquet.length).toBeGreaterThanOrEqual(4 * 10);
      expect(fromParquet).toEqual(await rows(`read_csv('${file(`${name}.csv`)}')`));
    }
    connection.closeSync();
    instance.closeSync();
  });

  it('gives the same from XLSX as from CSV', async () => {
    const rows = population(['2020']).filter((row) => row.length > 1);
    writeFileSync(file('a.csv'), csv(rows));
    await writeXlsx(rows).toFile(file('a.xlsx'));
    const stated = ['--json', '-q', '--tfr', '1.1', '--net-migration', '-2000'];
    const fromCsv = await run('--population', file('a.csv'), ...stated);
    const fromXlsx = await run('--population', file('a.xlsx'), ...stated);
    expect([fromCsv.code, fromCsv.err]).toEqual([0, '']);
    expect(values(fromXlsx.out)).toEqual(values(fromCsv.out));
    expect(values(fromCsv.out)[1]![3]).toBeCloseTo(-2000, 6);
  });

  it('tells every fault of its files and writes nothing', async () => {
    const rows = population(['2020']);
    rows[3]![2] = '男女';
    rows[6]![4] = '-5';
    rows[9]![3] = '二十几';
    rows.splice(40, 1);
    writeFileSync(file('broken.csv'), csv(rows));
    writeFileSync(file('rates.csv'), '地区,TFR\n510599,1.2\n510502,99');
    const faulty = ['--population', file('broken.csv'), '--rates', file('rates.csv')];
    const { code, err } = await run(...faulty, '-o', file('none.csv'));
    expect(code).toBe(1);
    const places = ['broken.csv:4 性别', 'broken.csv:7 人口(人)', 'broken.csv:10 年龄组', 'table.ages-gap'];
    for (const place of [...places, 'rates.csv:2 地区', 'rates.csv:3 TFR']) expect(err).toContain(place);
    expect(readdirSync(scratch).filter((name) => name.startsWith('none'))).toEqual([]);
    for (const name of ['no-such.csv', join(luzhouFolder, 'pack.yaml')])
      expect((await run('--population', name)).code).toBe(1);
  });
});

const values = (json: string): unknown[][] =>
  (JSON.parse(json) as { years: { figures: { value: unknown }[] }[] }).years.map(({ figures }) =>
    figures.map(({ value }) => value),
  );

describe('popplus project', () => {
  const pack = ['--plan', exampleFolder];

  it("takes a scenario of the pack's format; its faults come with their line", async () => {
    const zero = readFileSync(join(exampleFolder, 'scenarios/zero-migration.yaml'), 'utf8');
    writeFileSync(file('mine.yaml'), zero.replace('value: 1.3,', 'value: 2.1,'));
    const only = ['--indicators', 'total-fertility-rate', '--until', '2030', '--json'];
    const mine = await run(...pack, '--scenario', file('mine.yaml'), ...only);
    expect([mine.code, values(mine.out).at(-1)]).toEqual([0, [2.1]]);
    writeFileSync(file('bad.yaml'), zero.replace('value: 1.3,', 'value: 31,').replace('invented', 'invented-too'));
    const bad = await run(...pack, '--scenario', file('bad.yaml'));
    expect(bad.code).toBe(1);
    expect(bad.err).toMatch(/bad\.yaml:\d+ fertility\.1\.value {2}error {2}plan\.out-of-bounds/);
    expect(bad.err).toMatch(/bad\.yaml:\d+ .*plan\.source-unknown/);
  });

  it('takes a table of assumptions over the reference scenario; its faults come with line and column', async () => {
    writeFileSync(file('years.csv'), '年份,总和生育率,净迁入(万人)\n2025,1.2,0.1\n2030,1.5,');
    const only = ['--indicators', 'total-fertility-rate,life-expectancy', '--until', '2030', '--json'];
    const years = await run(...pack, '--scenario', file('years.csv'), ...only);
    const medium = await run(...pack, ...only);
    expect(values(years.out).at(-1)).toEqual([1.5, values(medium.out).at(-1)![1]]);
    // Before the table's first year the reference scenario stays.
    expect(values(years.out)[5]![0]).toBe(1.2);
    expect(values(years.out)[1]![0]).toBeGreaterThan(1.3);
    writeFileSync(file('wrong.csv'), '年份,总和生育率\n2025,12\n二〇三〇,1.5\n2025,1');
    const wrong = await run(...pack, '--scenario', file('wrong.csv'));
    expect(wrong.code).toBe(1);
    for (const place of ['wrong.csv:2 总和生育率', 'wrong.csv:3 年份', 'wrong.csv:4 年份'])
      expect(wrong.err).toContain(place);
  });

  it('draws trajectories that depend on the seed alone', { timeout: 60_000 }, async () => {
    const shown = ['--indicators', 'resident-population,share-65-plus', '--areas', 'all', '--until', '2026', '-q'];
    const drawn = async (name: string, ...more: string[]): Promise<string> => {
      expect((await run(...pack, ...shown, '--trajectories', '60', ...more, '-o', file(name))).code).toBe(0);
      return readFileSync(file(name), 'utf8');
    };
    const first = await drawn('seed-7.csv', '--seed', '7');
    expect(await drawn('again.csv', '--seed', '7')).toBe(first);
    expect(await drawn('seed-8.csv', '--seed', '8')).not.toBe(first);
    const [head, ...rows] = first
      .slice(1)
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const quantiles = ['p2_5', 'p10', 'p50', 'p90', 'p97_5'].map((name) => head!.indexOf(name));
    for (const row of rows) {
      const found = quantiles.map((at) => row[at]!);
      if (row[head!.indexOf('year')] === '2020') expect(found.join('')).toBe('');
      else expect(found.map(Number)).toEqual(found.map(Number).toSorted((a, b) => a - b));
    }
    const book = readFileSync(file('seed-7-assumptions.csv'), 'utf8');
    expect(book).toMatch(/seed,,,7,/);
    expect(book).toMatch(/^uncertainty,uncertainty\.netMigration\.deviation/m);
    expect((await run(...pack, '--trajectories', '1')).code).toBe(2);
  });

  it('stops at Ctrl+C while it writes, and leaves no half file', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(scratch, 'stop-'));
    const long = ['--areas', 'all', '--ages', '--until', '2100', '-o', join(folder, 'long.csv')];
    const { code, err } = await popplus(['project', ...long], 'en', (child) => {
      const watcher = watch(folder, (_, name) => {
        if (name?.includes('-ages') !== true) return;
        watcher.close();
        child.kill('SIGINT');
      });
      child.on('close', () => watcher.close());
    });
    expect([code, err.trim().split('\n').at(-1)]).toEqual([130, 'cancelled; nothing was written']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('answers wrong use with 2', async () => {
    for (const args of [
      ['--output', 'a.txt'],
      ['--output', 'no-such-folder/a.csv'],
      ['--areas', '东区,北区'],
      ['--indicators', 'birth'],
      ['--tfr', '1.2'],
      ['--scenario', 'nothing.yaml'],
    ]) {
      const { code, out } = await run(...pack, ...args);
      expect([args, code, out]).toEqual([args, 2, '']);
    }
  });
});
