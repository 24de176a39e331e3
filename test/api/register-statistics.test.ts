import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMissing } from '#base';
import { createApp } from '#api';
import { openPackStore } from '#files';
import type { HouseholdsAnswer, RegisterFiguresAnswer, RegisterPopulationAnswer } from '../../src/api/answers.ts';
import { main } from '../../src/cli/main.ts';
import { makeRegister } from '../support/made-register.ts';
import { luzhouFolder } from '../support/packs.ts';

const scratch = mkdtempSync(join(tmpdir(), 'popplus-statistics-'));
const before = process.env['POPPLUS_HOME'];
const found = openPackStore(luzhouFolder);
if (!('pack' in found)) throw new Error('the Luzhou pack has errors');
const store = found;

const opened = (name: string): ReturnType<typeof createApp> => {
  process.env['POPPLUS_HOME'] = join(scratch, name);
  return createApp(store);
};
const [empty, app] = [opened('empty'), opened('home')];
const json = async <T>(path: string, of = app): Promise<T> => (await of.request(path)).json() as Promise<T>;

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const code = await main(args, { ...terminal, language: 'en' });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

beforeAll(() => makeRegister(join(scratch, 'home')));
afterAll(() => {
  if (before === undefined) delete process.env['POPPLUS_HOME'];
  else process.env['POPPLUS_HOME'] = before;
  rmSync(scratch, { recursive: true });
});

const MARK = { number: 1, known: '2024-12-31', simulated: true, scale: 20 };

describe('statistics of the register over the API', () => {
  it('are empty where there is no register', async () => {
    for (const path of ['population', 'figures', 'households'])
      expect(await json(`/api/register/${path}`, empty)).toMatchObject({ register: null });
  });

  it('gives counties by sex and age as counted, and says the scale; no township', async () => {
    const { register, areas } = await json<RegisterPopulationAnswer>('/api/register/population');
    expect(register).toEqual(MARK);
    const of = (basis: string, area: string) => areas.find((row) => row.basis === basis && row.area === area)!;
    expect(of('resident', '510502').female[30]).toBeCloseTo(600.5, 9);
    expect(of('resident', '510521').female[100]).toBeCloseTo(50, 9);
    expect(of('registered', '510521').male.reduce((a, b) => a + b, 0)).toBeCloseTo(800, 9);
    expect(JSON.stringify(areas)).not.toMatch(/\d{9}/);
  });

  it('gives each figure on the register beside the other, times the scale, marked', async () => {
    const { year, figures } = await json<RegisterFiguresAnswer>('/api/register/figures');
    expect(year).toBe(2024);
    const of = (id: string) => figures.find(({ register }) => register.indicator === id)!;
    expect(of('resident-population').register).toMatchObject({ status: 'simulated', source: { doc: 'register' } });
    expect(of('resident-population').register.value).toBeCloseTo((1500 * 20) / 1e4, 9);
    expect(of('resident-population').other).toEqual(store.book.actual('resident-population', '510500', 2024));
    expect(of('share-65-plus').register.value).toBeCloseTo((100 * 250) / 1500, 9);
    expect(of('registered-population').register.value).toBeCloseTo((1500 * 20) / 1e4, 9);
    expect(of('births').register.value).toBeCloseTo(20 * 1.7, 9);
    expect(of('deaths').register.value).toBeCloseTo(20, 9);
    const families = 4.4 + 100 + 12.6 + 30 + 5;
    expect(of('household-size').register.value).toBeCloseTo((4.4 + 300 + 25.2 + 30 + 55) / families, 9);
    expect(of('one-person-household-share').register.value).toBeCloseTo((100 * 34.4) / families, 9);
    expect(of('floating-population').register.value).toBeCloseTo((20 * 1.3) / 1e4, 9);
    for (const id of ['urbanisation-rate', 'life-expectancy', 'growth-rate'])
      expect(of(id).register.value).toMatchObject({ missing: 'not-in-register' });
    expect(of('household-size').other).toEqual(store.book.actual('household-size', '510500', 2020));
    const later = await json<RegisterFiguresAnswer>('/api/register/figures?area=510502&year=2030');
    expect(later.figures.every(({ register, other }) => register.year === 2030 && other.year <= 2030)).toBe(true);
    expect((await app.request('/api/register/figures?area=1')).status).toBe(404);
    expect((await app.request('/api/register/figures?year=1066')).status).toBe(422);
  });

  it('gives households by type and size; small numbers of townships are withheld', async () => {
    const { areas, townships } = await json<HouseholdsAnswer>('/api/register/households');
    expect(areas.map(({ area }) => area)).toEqual(['510502', '510521', '510500']);
    const city = areas.at(-1)!;
    expect(city.types).toMatchObject({ 'elder-alone': 34.4, collective: 2, nuclear: 100, 'one-person': 0 });
    expect(city.sizes.reduce((a, b) => a + b, 0)).toBeCloseTo(152, 9);
    expect([city.sizes[0], city.sizes[9]]).toEqual([34.4, 5]);
    expect(city.persons).toBeCloseTo(4.4 + 300 + 25.2 + 30 + 55, 9);
    expect(city.census).toMatchObject({ year: 2020 });
    expect(townships).toEqual([
      { county: '510502', township: '510502001', emptyNest: null, elderAlone: null },
      { county: '510502', township: '510502002', emptyNest: 13, elderAlone: null },
      { county: '510521', township: '510521100', emptyNest: null, elderAlone: 30 },
    ]);
  });
});

const home = (name: string): void => {
  process.env['POPPLUS_HOME'] = join(scratch, name);
};

describe('--register', () => {
  it('puts indicators, warnings and projections on the register, and says what it is', async () => {
    home('home');
    const shown = await run('indicators', 'resident-population', '--register', '--json');
    expect(shown.err).toBe('simulated; register version 1, known until 2024-12-31; a sample of 1:20, times 20');
    const figures = JSON.parse(shown.out) as { year: number; value: number; status: string }[];
    expect(figures.at(-1)).toMatchObject({ year: 2024, value: 3, status: 'simulated' });
    const ahead = await run(
      'project',
      '--register',
      '--until',
      '2026',
      '-i',
      'resident-population',
      '--json',
      '--quiet',
    );
    expect(ahead.code).toBe(0);
    const { years } = JSON.parse(ahead.out) as { years: { year: number; figures: { value: number }[] }[] };
    expect(years[0]).toMatchObject({ year: 2024 });
    expect(years[0]!.figures[0]!.value).toBeCloseTo(3, 9);
    const warned = await run('warn', '--register', '--json');
    const standing = (JSON.parse(warned.out) as { figure: { year: number; status: string; value: unknown } }[]).filter(
      ({ figure }) => figure.year === 2024,
    );
    expect(standing.length).toBeGreaterThan(0);
    for (const { figure } of standing) {
      expect(figure.status).toBe('simulated');
      expect(isMissing(figure.value)).toBe(false);
    }
  });

  it('says that there is none, and does not go with a population of one’s own', async () => {
    home('empty');
    expect(await run('indicators', '--register')).toMatchObject({ code: 1, err: 'no register: popplus refresh first' });
    expect((await run('project', '--register', '--population', 'x.csv')).code).toBe(2);
  });
});
