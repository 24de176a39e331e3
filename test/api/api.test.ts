import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMissing } from '#base';
import type { Figure } from '#base';
import type { ProblemBody } from '#api';
import { createApp, openServices } from '#api';
import type { PackStore } from '#files';
import { openPackStore } from '#files';
import { afterAll, describe, expect, it } from 'vitest';
import { luzhouFolder } from '../support/packs.ts';

const opened = openPackStore(luzhouFolder);
if (!('pack' in opened)) throw new Error('the Luzhou pack has errors');
const store: PackStore = opened;
const failures: Error[] = [];
const folder = mkdtempSync(join(tmpdir(), 'api-'));
const services = openServices(folder);
const app = createApp(store, { services, onFailure: (error) => failures.push(error) });
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string): Promise<Response> => Promise.resolve(app.request(path));
const json = async <T>(path: string): Promise<T> => (await get(path)).json() as Promise<T>;
const post = (path: string, body: string, type = 'application/json'): Promise<Response> =>
  Promise.resolve(app.request(path, { method: 'POST', body, headers: { 'content-type': type } }));

describe('the API', () => {
  it('documents itself as OpenAPI 3.1 with every route', async () => {
    const document = await json<{ openapi: string; paths: Record<string, unknown> }>('/api/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual(
      [
        'actions',
        'areas',
        'attachment',
        'back-test',
        'consistency',
        'datasets',
        'datasets/{id}',
        'datasets/{id}/files',
        'datasets/{id}/quarantine',
        'datasets/{id}/quarantine/{batch}/{line}',
        'decompositions',
        'figures',
        'health',
        'indicators',
        'indicators/{id}',
        'map',
        'pack',
        'pack/problems',
        'population',
        'projections',
        'register',
        'register/accounts',
        'register/areas',
        'register/checklist',
        'register/checks',
        'register/figures',
        'register/households',
        'register/looks',
        'register/population',
        'register/refresh',
        'register/search',
        'review',
        'review/decisions',
        'review/pair',
        'scenarios',
        'session',
        'solutions',
        'statements',
        'targets',
        'warnings',
      ].map((path) => `/api/${path}`),
    );
  });

  it('answers every documented GET that is for everybody with what it promises', async () => {
    const document = await json<{ paths: Record<string, { get?: { security?: unknown } }> }>('/api/openapi.json');
    for (const [path, operations] of Object.entries(document.paths)) {
      if (operations.get === undefined || operations.get.security !== undefined) continue;
      const address = path.replace('{id}', path.includes('datasets') ? 'marriage' : 'share-65-plus');
      const query = path.endsWith('/figures')
        ? '?indicator=share-65-plus'
        : path.endsWith('/population')
          ? '?year=2020'
          : '';
      const response = await get(address + query);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-type')).toMatch(/json/);
    }
  });

  it('gives figures with unit, basis, status and source; missing ones with a reason, never 0', async () => {
    const figures = await json<Figure[]>('/api/figures?indicator=resident-population&area=510525&scenario=medium');
    expect(figures.length).toBeGreaterThan(30);
    for (const figure of figures) {
      expect(figure.unit).toBe('ten-thousand-persons');
      expect(figure.source).toBeDefined();
      expect(isMissing(figure.value) || figure.value > 0).toBe(true);
    }
    expect(figures.find(({ year }) => year === 2020)).toMatchObject({ status: 'observed', basis: 'resident' });
    expect(figures.find(({ year }) => year === 2040)).toMatchObject({ status: 'projected', scenario: 'medium' });
  });

  it('projects with a caller’s changes, the same bytes for the same question', async () => {
    const body = JSON.stringify({
      scenario: 'medium',
      changes: { fertility: { '2030': 1.6 } },
      indicators: ['births'],
      until: 2035,
    });
    const [first, second] = await Promise.all([post('/api/projections', body), post('/api/projections', body)]);
    const text = await first.text();
    expect(await second.text()).toBe(text);
    const result = JSON.parse(text) as { figures: Figure[]; used: { year: number; fertility: number }[] };
    expect(result.used.find(({ year }) => year === 2030)?.fertility).toBe(1.6);
    const plain = await json<Figure[]>('/api/figures?indicator=births&scenario=medium&from=2030&to=2030');
    expect(Number(result.figures.find(({ year }) => year === 2030)?.value)).toBeGreaterThan(Number(plain[0]?.value));
  });

  it('solves backwards, with the plausibility of the answer, and draws a curve of two', async () => {
    const asked = { indicator: 'resident-population', year: 2030, target: 450, unknown: 'netMigration' };
    const against = { unknown: 'fertility', from: 1, to: 2, steps: 3 };
    const result = (await (await post('/api/solutions', JSON.stringify({ ...asked, against }))).json()) as {
      answer: { found: boolean; value: number; reached: number; changes: object };
      plausibility: { grade: string; sentences: { zh: string }[] };
      curve: { value: number; answer: { value: number } }[];
    };
    expect(result.answer.found).toBe(true);
    expect(Math.abs(result.answer.reached / 450 - 1)).toBeLessThan(1e-4);
    expect(result.plausibility.grade).toBe('beyond');
    expect(result.curve.map(({ value }) => value)).toEqual([1, 1.5, 2]);
    const body = JSON.stringify({ changes: result.answer.changes, until: 2030 });
    const { figures } = (await (await post('/api/projections', body)).json()) as { figures: Figure[] };
    expect(figures.at(-1)?.value).toBeCloseTo(450, 5);
    const never = await post('/api/solutions', JSON.stringify({ ...asked, target: 500, unknown: 'fertility' }));
    expect(await never.json()).toMatchObject({ answer: { found: false, reason: 'out-of-reach' } });
  });

  it('takes the difference of projections apart, and that to the published total as far as published', async () => {
    const pair = { from: { scenario: 'medium' }, to: { scenario: 'plan' }, year: 2030 };
    const { parts, from, to } = (await (await post('/api/decompositions', JSON.stringify(pair))).json()) as {
      parts: Record<string, number>;
      from: number;
      to: number;
    };
    expect(Object.values(parts).reduce((a, b) => a + b, 0)).toBeCloseTo(to - from, 6);
    const actual = { from: { scenario: 'constant' }, to: 'actual', year: 2024 };
    expect(await (await post('/api/decompositions', JSON.stringify(actual))).json()).toMatchObject({
      actual: { value: 427.1 },
      parts: { births: { missing: 'not-reported' }, migration: { missing: 'not-reported' } },
    });
  });

  const mistakes: [string, number, () => Promise<Response>, string][] = [
    ['an unknown area', 404, () => get('/api/figures?indicator=births&area=510599'), 'area'],
    ['an unknown indicator', 404, () => get('/api/figures?indicator=birth'), 'indicator'],
    ['an unknown scenario', 404, () => get('/api/warnings?scenario=mediun'), 'scenario'],
    ['a parameter left out', 422, () => get('/api/figures'), 'indicator'],
    ['a year outside', 422, () => get('/api/population?year=1800'), 'year'],
    ['a year that is no number', 422, () => get('/api/population?year=MMXX'), 'year'],
    ['a year between censuses', 404, () => get('/api/population?year=2015'), 'year'],
    ['a grade that is none', 422, () => get('/api/warnings?grade=purple'), 'grade'],
    ['an unknown address', 404, () => get('/api/figure'), 'path'],
    ['a wrong method', 405, () => Promise.resolve(app.request('/api/health', { method: 'DELETE' })), 'method'],
    ['a body that is not JSON', 400, () => post('/api/projections', '{'), 'body'],
    [
      'a body of another type',
      415,
      () => post('/api/projections', 'a=1', 'application/x-www-form-urlencoded'),
      'content-type',
    ],
    ['an unknown key', 422, () => post('/api/projections', '{"senario":"low"}'), 'senario'],
    [
      'a value outside its bounds',
      422,
      () => post('/api/projections', '{"changes":{"fertility":{"2030":99}}}'),
      'changes.fertility.2030',
    ],
    [
      'a change at no year',
      422,
      () => post('/api/projections', '{"changes":{"fertility":{"soon":1}}}'),
      'changes.fertility.soon',
    ],
    ['an unknown scenario in a body', 404, () => post('/api/projections', '{"scenario":"x"}'), 'scenario'],
    ['a target without a year', 422, () => post('/api/solutions', '{"indicator":"births"}'), 'year'],
    [
      'a target of the past',
      422,
      () => post('/api/solutions', '{"indicator":"births","year":2015,"target":1,"unknown":"fertility"}'),
      'year',
    ],
    [
      'a first year after the last',
      422,
      () => post('/api/solutions', '{"indicator":"births","year":2030,"target":1,"unknown":"fertility","from":2031}'),
      'from',
    ],
    [
      'a curve of one assumption with itself',
      422,
      () =>
        post(
          '/api/solutions',
          '{"indicator":"births","year":2030,"target":1,"unknown":"fertility","against":{"unknown":"fertility","from":1,"to":2}}',
        ),
      'against.unknown',
    ],
    [
      'a curve outside the bounds',
      422,
      () =>
        post(
          '/api/solutions',
          '{"indicator":"births","year":2030,"target":1,"unknown":"netMigration","against":{"unknown":"fertility","from":1,"to":20}}',
        ),
      'against.to',
    ],
    [
      'a difference in what no projection tells',
      422,
      () => post('/api/decompositions', '{"from":{},"to":{},"indicator":"carbon-peak-year","year":2030}'),
      'indicator',
    ],
    ['a horizon beyond the pack', 422, () => post('/api/projections', '{"until":2100}'), 'until'],
    ['an oversized body', 413, () => post('/api/projections', `"${'x'.repeat(70_000)}"`), 'body'],
  ];
  it.each(mistakes)('answers %s with %i and names the field', async (_, status, ask, name) => {
    const response = await ask();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const body = (await response.json()) as ProblemBody;
    expect(body.status).toBe(status);
    expect(body.errors.map((error) => error.name)).toContain(name);
    expect(body.errors.every((error) => error.zh !== '' && error.en !== '')).toBe(true);
    expect(JSON.stringify(body)).not.toMatch(/\.ts:|node_modules|at \w+ \(/);
    expect(failures).toEqual([]);
  });

  it('never tells a caller of a failure inside', async () => {
    const seen: Error[] = [];
    const broken = createApp(
      {
        ...store,
        get pack(): never {
          throw new Error('secret detail');
        },
      },
      { onFailure: (error) => seen.push(error) },
    );
    const response = await broken.request('/api/areas');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(seen).toHaveLength(1);
  });

  it('keeps scripts and requests on its own origin', async () => {
    const policy = (await get('/api/health')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('answers "not modified" for a pack that is known', async () => {
    const tag = (await get('/api/pack')).headers.get('etag')!;
    expect((await app.request('/api/pack', { headers: { 'if-none-match': tag } })).status).toBe(304);
  });
});
