import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody, Services } from '#api';
import { createApp, openServices } from '#api';
import type {
  AreaAnswer,
  BatchAnswer,
  ChecklistAnswer,
  CorrectionAnswer,
  FeedAnswer,
  FeedDetailAnswer,
  FoundAnswer,
  PairAnswer,
  PanoramaAnswer,
  QuarantineAnswer,
  RegisterAnswer,
  ReviewAnswer,
  TrailAnswer,
  UploadAnswer,
} from '#api/answers';
import { readQuarantine } from '#datasets';
import { openPackStore } from '#files';
import type { Role } from '#ledger';
import { currentVersion, tableSql } from '#register';
import { openDatabase } from '#warehouse';
import { luzhouFolder } from '../support/packs.ts';
import { sampleHome } from '../support/sample-home.ts';

const opened = openPackStore(luzhouFolder);
if (!('pack' in opened)) throw new Error('the Luzhou pack has errors');
const store = opened;
const PASSWORD = 'a password of tests';
const COUNTY = '510502';

let sample: Awaited<ReturnType<typeof sampleHome>>;
let services: Services;
let app: ReturnType<typeof createApp>;
const failures: Error[] = [];
const cookies = new Map<string, string>();

/** Accounts by name: their role, and counties. */
const ACCOUNTS: Readonly<Record<string, readonly [Role, readonly string[]]>> = {
  reader: ['reader', []],
  officer: ['officer', []],
  clerk: ['clerk', []],
  admin: ['admin', []],
  'county-clerk': ['clerk', [COUNTY]],
  'county-admin': ['admin', [COUNTY]],
};

beforeAll(async () => {
  sample = await sampleHome();
  services = openServices(sample.home, (error) => failures.push(error));
  app = createApp(store, { services, onFailure: (error) => failures.push(error) });
  await services.ledger.use(async ({ accounts }) => {
    for (const [name, [role, areas]] of Object.entries(ACCOUNTS)) await accounts.add({ name, role, areas }, PASSWORD);
  });
  for (const name of Object.keys(ACCOUNTS)) {
    const response = await send('POST', 'session', { name, password: PASSWORD });
    cookies.set(name, response.headers.get('set-cookie')!.split(';')[0]!);
  }
}, 240_000);
afterAll(async () => {
  await services.close();
  sample.remove();
  expect(failures).toEqual([]);
}, 60_000);

const send = (method: string, path: string, body?: unknown, as?: string, headers: Record<string, string> = {}) =>
  Promise.resolve(
    app.request(`http://localhost/api/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(as === undefined ? {} : { cookie: cookies.get(as) ?? as }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );

async function ask<T>(method: string, path: string, body?: unknown, as?: string): Promise<T> {
  const response = await send(method, path, body, as);
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text) as T;
}

async function query<T>(sql: string): Promise<readonly T[]> {
  const database = await openDatabase();
  const rows = await database.rows<T>(sql);
  database.close();
  return rows;
}

const personTable = (): string => tableSql(sample.home, currentVersion(sample.home)!.version, 'person');

const actionsOf = (kind: string, subject?: string) =>
  services.ledger.use((ledger) => ledger.read({ kind, ...(subject === undefined ? {} : { subject }) }));

describe('who may call what', () => {
  it('every guarded route is shut to nobody, to a lower role and, of the whole city, to accounts of a county', async () => {
    const document = await ask<{
      paths: Record<string, Record<string, { security?: readonly { session: readonly Role[] }[] }>>;
    }>('GET', 'openapi.json');
    const lower: Readonly<Record<string, string>> = { officer: 'reader', clerk: 'officer', admin: 'clerk' };
    const guarded: string[] = [];
    for (const [path, operations] of Object.entries(document.paths))
      for (const [method, { security }] of Object.entries(operations)) {
        if (security === undefined) continue;
        const name = `${method} ${path}`;
        guarded.push(name);
        const address = path.replace('/api/', '').replace(/\{\w+\}/g, '1');
        const call = async (as?: string): Promise<number> =>
          (await send(method.toUpperCase(), address, method === 'post' ? {} : undefined, as)).status;
        expect([name, await call()]).toEqual([name, 401]);
        expect([name, await call('popplus_session=made-up')]).toEqual([name, 401]);
        expect([name, await call(lower[security[0]!.session[0]!])]).toEqual([name, 403]);
        if (security[0]!.session[0] === 'officer') expect([name, await call('county-admin')]).toEqual([name, 403]);
      }
    expect(guarded.sort()).toEqual([
      'get /api/actions',
      'get /api/datasets/{id}/quarantine',
      'get /api/review',
      'post /api/datasets/{id}/files',
      'post /api/datasets/{id}/quarantine/{batch}/{line}',
      'post /api/register/checklist',
      'post /api/register/checks',
      'post /api/register/looks',
      'post /api/register/refresh',
      'post /api/register/search',
      'post /api/review/decisions',
      'post /api/review/pair',
    ]);
  }, 60_000);

  it('a guarded GET does nothing for HEAD either', async () => {
    expect((await send('HEAD', 'actions')).status).toBe(401);
  });

  it('signs in with a cookie that scripts and other sites do not get, and out', async () => {
    const response = await send('POST', 'session', { name: 'reader', password: PASSWORD });
    const cookie = response.headers.get('set-cookie')!;
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/api']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    const behindTls = await send('POST', 'session', { name: 'reader', password: PASSWORD }, undefined, {
      'x-forwarded-proto': 'https',
    });
    expect(behindTls.headers.get('set-cookie')).toContain('Secure');
    const session = cookie.split(';')[0]!;
    expect(await ask('GET', 'session', undefined, session)).toEqual({
      account: { name: 'reader', role: 'reader', areas: [] },
    });
    expect(await ask('DELETE', 'session', undefined, session)).toEqual({ account: null });
    expect(await ask('GET', 'session', undefined, session)).toEqual({ account: null });
  }, 60_000);

  it('answers an unknown name like a wrong password, and slows down who guesses', async () => {
    const refusal = async (name: string) => {
      const response = await send('POST', 'session', { name, password: 'not the password' });
      return [response.status, await response.text()];
    };
    expect(await refusal('reader')).toEqual(await refusal('nobody-of-that-name'));
    const statuses: unknown[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await refusal('victim'))[0]);
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses[10]).toBe(429);
    expect((await send('POST', 'session', { name: 'reader', password: PASSWORD })).status).toBe(200);
  }, 60_000);

  it('takes nothing that comes from a page of another site, or as a form', async () => {
    const body = { name: 'reader', password: PASSWORD };
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await send('POST', 'session', body, undefined, headers as never)).status).toBe(403);
    expect((await send('POST', 'register/refresh', {}, 'officer', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send('POST', 'session', body, undefined, { origin: 'http://localhost' })).status).toBe(200);
  }, 60_000);
});

/** Whether all that is wrong with a row is a code that was not filled in. */
function isCodeMissing({ reasons }: { readonly reasons: readonly string[] }): boolean {
  return (
    reasons.length === 1 &&
    store.pack.datasets.some(({ fields }) =>
      fields.some(({ id, type }) => type === 'code' && reasons[0] === `${id}:empty`),
    )
  );
}

describe('feeds', () => {
  it('say how they stand without rows, marked simulated', async () => {
    const feeds = await ask<FeedAnswer[]>('GET', 'datasets');
    expect(feeds.map(({ id }) => id)).toEqual(store.pack.datasets.map(({ id }) => id));
    for (const { read, accepted, quarantined, simulated, freshness, dueOn, judgedOn } of feeds) {
      expect(read).toBe(accepted + quarantined);
      expect([simulated, judgedOn]).toEqual([true, '2024-12-31']);
      expect(freshness).toBe(dueOn! < judgedOn ? 'late' : 'fresh');
    }
    expect(feeds.filter(({ freshness }) => freshness === 'fresh').length).toBeGreaterThan(feeds.length / 2);
    const detail = await ask<FeedDetailAnswer>('GET', 'datasets/marriage');
    expect(detail.deliveries).toHaveLength(1);
    expect(detail.deliveries[0]!.quality.length).toBeGreaterThan(5);
    const wrong = await send('GET', 'datasets/mariage');
    expect([wrong.status, ((await wrong.json()) as ProblemBody).errors[0]!.fix]).toEqual([404, 'marriage']);
  });

  it('show quarantined rows masked, and take one in again once it is mended', async () => {
    const dataset = store.pack.datasets.find(({ id }) => readQuarantine(sample.home, id).some(isCodeMissing))!;
    const before = await ask<QuarantineAnswer>('GET', `datasets/${dataset.id}/quarantine`, undefined, 'officer');
    const written = readQuarantine(sample.home, dataset.id);
    expect(before.total).toBe(written.length);
    const shown = JSON.stringify(before);
    for (const { raw } of written)
      for (const { column, type } of dataset.fields) {
        const value = raw?.[column];
        if (value && ['identity-number', 'person-name', 'phone'].includes(type))
          expect(shown).not.toContain(`"${value}"`);
      }
    const { batch, line, reasons: why } = written.find(isCodeMissing)!;
    const row = before.rows.find((each) => each.batch === batch && each.line === line)!;
    const field = dataset.fields.find(({ id }) => why[0] === `${id}:empty`)!;
    expect(row.reasons).toEqual([
      { field: field.column, zh: `“${field.column}”未填`, en: `“${field.column}” is empty` },
    ]);
    const { code } = store.pack.codeTables.find(({ id }) => id === field.codes)!.rows[0]!;
    const change = { [field.column]: code };
    const path = `datasets/${dataset.id}/quarantine/${row.batch}/${row.line}`;
    expect((await send('POST', path, { changes: { 无此列: '1' }, reason: 'test' }, 'officer')).status).toBe(422);
    expect((await send('POST', path, { changes: change, reason: ' ' }, 'officer')).status).toBe(422);
    expect(
      (await send('POST', `datasets/${dataset.id}/quarantine/none/1`, { changes: change, reason: 'x' }, 'officer'))
        .status,
    ).toBe(404);
    const corrected = await ask<CorrectionAnswer>(
      'POST',
      path,
      { changes: change, reason: 'read on the paper form' },
      'officer',
    );
    expect(corrected).toEqual({ accepted: true, reasons: [] });
    const after = await ask<QuarantineAnswer>('GET', `datasets/${dataset.id}/quarantine`, undefined, 'officer');
    expect(after.total).toBe(before.total - 1);
    const { mended, deliveries } = await ask<FeedDetailAnswer>('GET', `datasets/${dataset.id}`);
    expect([mended, deliveries.at(-1)!.corrects]).toEqual([1, { batch: row.batch, line: row.line }]);
    expect(await actionsOf('row.corrected')).toHaveLength(1);
  }, 60_000);
});

/** The file of a dataset in the sample's first load. */
const fileOf = (dataset: string): Buffer => {
  const folder = join(sample.feeds, '2024-12-31');
  return readFileSync(
    join(
      folder,
      readdirSync(folder).find((name) => name.startsWith(`${dataset}.`))!,
    ),
  );
};

describe('files handed in, on a real server', () => {
  let address: string;
  let stop: () => void;
  beforeAll(
    () =>
      new Promise<void>((ready) => {
        const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => {
          address = `http://127.0.0.1:${info.port}/api`;
          ready();
        });
        stop = () => void server.close();
      }),
  );
  afterAll(() => stop());

  const hand = (dataset: string, body: Uint8Array | string, headers: Record<string, string> = {}) =>
    fetch(`${address}/datasets/${dataset}/files`, {
      method: 'POST',
      body: body as string,
      headers: { 'content-type': 'application/octet-stream', cookie: cookies.get('officer')!, ...headers },
    });

  it('are taken in like those of a folder, once; a wrong department and nonsense are told', async () => {
    const known = (await (await hand('marriage', fileOf('marriage'))).json()) as UploadAnswer;
    expect(known).toMatchObject({ known: true, problems: [] });
    const wrong = (await (await hand('marriage', fileOf('death-certificate'))).json()) as UploadAnswer;
    expect([wrong.batch, wrong.problems[0]!.severity]).toEqual(['', 'error']);
    expect([wrong.problems[0]!.zh, wrong.problems[0]!.en].join()).toMatch(/更像“死亡.*Death certificates/);
    const nonsense = (await (await hand('marriage', 'a\n1\n')).json()) as UploadAnswer;
    expect(nonsense.problems.some(({ severity }) => severity === 'error')).toBe(true);
    expect((await hand('marriage', '')).status).toBe(422);
    expect((await hand('marriage', 'x', { 'content-type': 'text/csv' })).status).toBe(415);
    expect((await hand('nothing', 'x')).status).toBe(404);
    expect((await hand('marriage', 'x', { cookie: '' })).status).toBe(401);
    expect(await actionsOf('file.handed-in')).toHaveLength(3);
  }, 60_000);

  it('are marked simulated where the home is, never trusted by name, and leave nothing in the vault', async () => {
    const text = new TextDecoder('gb18030').decode(fileOf('marriage'));
    const part = `${text.split('\n').slice(0, 30).join('\n')}\n`;
    const response = await hand('marriage', part, { 'x-file-name': encodeURIComponent('../../../evil/婚姻 登记.csv') });
    const answer = (await response.json()) as UploadAnswer;
    expect([answer.known, answer.read]).toEqual([false, answer.accepted + answer.quarantined]);
    const { deliveries } = await ask<FeedDetailAnswer>('GET', 'datasets/marriage');
    const batch = deliveries.find(({ id }) => id === answer.batch) as BatchAnswer;
    expect([batch.file, batch.simulated]).toEqual(['婚姻 登记.csv', true]);
    expect(readdirSync(join(sample.home, 'vault', 'staging'))).toEqual([]);
    expect(existsSync(join(sample.home, '..', 'evil'))).toBe(false);
  }, 60_000);

  it('are refused by their announced size before a byte is read', async () => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(10)) });
    const response = await app.request('http://localhost/api/datasets/marriage/files', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(600 * 2 ** 20),
        cookie: cookies.get('officer')!,
      },
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it('the session works over the network, cookie and all', async () => {
    const response = await fetch(`${address}/session`, { headers: { cookie: cookies.get('clerk')! } });
    expect(await response.json()).toMatchObject({ account: { name: 'clerk' } });
  });
});

describe('the register', () => {
  it('tells its version, scale and counts to everybody', async () => {
    const { version, refresh } = await ask<RegisterAnswer>('GET', 'register');
    expect(version).toMatchObject({ number: 1, simulated: true, scale: 1000 });
    expect(refresh.state).toBe('idle');
    const areas = await ask<AreaAnswer[]>('GET', 'register/areas');
    const people = areas.filter(({ basis }) => basis === 'registered').reduce((sum, line) => sum + line.people, 0);
    expect(people).toBeGreaterThan(3000);
    expect(areas.every(({ township }) => township === null || /^\d{9}$/.test(township))).toBe(true);
    expect(await ask('GET', 'register/accounts')).toEqual([]);
  });

  it('finds a person for a purpose only, masked, and records it before', async () => {
    const [somebody] = await query<{ id: string; name: string; born: string; number: string }>(
      `SELECT person_id AS id, written_name AS name, born::VARCHAR AS born, number FROM ${personTable()}
       WHERE length(written_name) = 3 AND number IS NOT NULL AND county = '${COUNTY}' AND registered ORDER BY 1 LIMIT 1`,
    );
    const wanted = { name: somebody!.name, birth: somebody!.born };
    for (const wrong of [
      wanted,
      { ...wanted, purpose: '  ' },
      { ...wanted, birth: '2024-02-30', purpose: 'a test' },
      { number: '510502199001011234', purpose: 'a test' },
      { name: somebody!.name, purpose: 'a test' },
      { birth: somebody!.born, sex: 'male', purpose: 'a test' },
      { name: somebody!.name, sex: 'male', purpose: 'a test' },
      { ...wanted, sex: 'x', purpose: 'a test' },
      { ...wanted, purpose: 'a test', extra: 1 },
    ])
      expect((await send('POST', 'register/search', wrong, 'clerk')).status).toBe(422);
    expect(await actionsOf('person.sought')).toEqual([]);
    const response = await send('POST', 'register/search', { ...wanted, purpose: '核对居住证申请' }, 'clerk');
    const text = await response.text();
    const found = (JSON.parse(text) as FoundAnswer[]).find(({ person }) => person === somebody!.id)!;
    expect(found).toMatchObject({ by: 'model' });
    expect(found.probability).toBeGreaterThan(0.5);
    expect(found.evidence.map(({ comparison }) => comparison)).toContain('birth');
    expect(found.number).toMatch(/^\d{4}\*{10}\d{3}[\dX]$/);
    expect(text).not.toContain(somebody!.name);
    const [sought] = await actionsOf('person.sought');
    expect(sought).toMatchObject({ by: 'clerk', area: COUNTY, reason: '核对居住证申请' });
    expect(JSON.stringify(sought)).not.toContain(somebody!.name);

    const seen = await ask<PanoramaAnswer>(
      'POST',
      'register/looks',
      { person: found.person, purpose: '核对' },
      'clerk',
    );
    expect(seen.records.length).toBeGreaterThan(0);
    expect(seen.lifeEvents.length).toBeGreaterThan(0);
    expect(JSON.stringify(seen)).not.toContain(somebody!.name);
    expect(await actionsOf('person.seen', found.person)).toHaveLength(1);
    const then = await ask<PanoramaAnswer>(
      'POST',
      'register/looks',
      { person: found.person, purpose: '核对', knownOn: '1850-01-01' },
      'clerk',
    );
    expect([then.records, then.spells, then.lifeEvents]).toEqual([[], [], []]);
  }, 60_000);

  it('a clerk of a county finds and sees nobody of another, and the try is recorded', async () => {
    const [other] = await query<{ id: string; name: string; born: string }>(
      `SELECT person_id AS id, written_name AS name, born::VARCHAR AS born FROM ${personTable()}
       WHERE county = '510504' AND hukou_division = '510504' AND born IS NOT NULL AND written_name IS NOT NULL ORDER BY 1 LIMIT 1`,
    );
    const wanted = { name: other!.name, birth: other!.born, purpose: '核对' };
    const ids = async (as: string) =>
      (await ask<FoundAnswer[]>('POST', 'register/search', wanted, as)).map(({ person }) => person);
    expect(await ids('clerk')).toContain(other!.id);
    expect(await ids('county-clerk')).not.toContain(other!.id);
    const look = { person: other!.id, purpose: '核对' };
    expect((await send('POST', 'register/looks', look, 'county-clerk')).status).toBe(404);
    expect((await send('POST', 'register/looks', look, 'clerk')).status).toBe(200);
    const recorded = await actionsOf('person.seen', other!.id);
    expect(recorded.map(({ by, body }) => [by, body['found']])).toEqual([
      ['county-clerk', false],
      ['clerk', true],
    ]);
  }, 60_000);

  it('somebody who is only named in rows of others is shown to clerks of the city, for no county is known', async () => {
    const link = tableSql(sample.home, currentVersion(sample.home)!.version, 'link');
    const [named] = await query<{ id: string }>(
      `SELECT person_id AS id FROM ${link} WHERE person_id NOT IN (SELECT person_id FROM ${personTable()}) ORDER BY 1 LIMIT 1`,
    );
    const look = { person: named!.id, purpose: '核对' };
    const seen = await ask<PanoramaAnswer>('POST', 'register/looks', look, 'clerk');
    expect([seen.name, seen.registered, seen.records.length > 0]).toEqual([null, false, true]);
    expect((await send('POST', 'register/looks', look, 'county-clerk')).status).toBe(404);
    expect((await send('POST', 'register/looks', { ...look, person: 'f'.repeat(16) }, 'clerk')).status).toBe(404);
  }, 60_000);

  it('tells a clerk whom to ask at home, in the own county, and records the answers', async () => {
    const asked = { county: COUNTY, limit: 200, purpose: 'survey' };
    const list = await ask<ChecklistAnswer>('POST', 'register/checklist', asked, 'county-clerk');
    expect(list.lines.length).toBeGreaterThan(20);
    expect(list.lines.every(({ county, name }) => county === COUNTY && (name ?? '*').includes('*'))).toBe(true);
    expect(await actionsOf('checklist.seen', COUNTY)).toHaveLength(1);
    const { township, person } = list.lines.find((line) => line.township !== null)!;
    const inTownship = await ask<ChecklistAnswer>('POST', 'register/checklist', { ...asked, township }, 'clerk');
    expect(new Set(inTownship.lines.map((line) => line.township))).toEqual(new Set([township]));
    const answers = async (answer: string, as: string, of = person): Promise<number> =>
      (await send('POST', 'register/checks', { person: of, answer, day: '2024-12-31' }, as)).status;
    expect(await answers('here', 'county-clerk')).toBe(200);
    expect(await answers('away', 'county-clerk')).toBe(200);
    expect(await answers('perhaps', 'county-clerk')).toBe(422);
    expect(await answers('here', 'county-clerk', 'f'.repeat(16))).toBe(404);
    const again = await ask<ChecklistAnswer>('POST', 'register/checklist', asked, 'county-clerk');
    expect(again.lines.find((line) => line.person === person)!.answer).toBe('away');
    expect(again.townships.reduce((sum, { answered }) => sum + answered, 0)).toBe(1);
    const elsewhere = { ...asked, county: '510504' };
    expect((await send('POST', 'register/checklist', elsewhere, 'county-clerk')).status).toBe(404);
    const stranger = (await ask<ChecklistAnswer>('POST', 'register/checklist', elsewhere, 'clerk')).lines[0]!;
    expect(await answers('here', 'county-clerk', stranger.person)).toBe(404);
  }, 60_000);

  it('is refreshed in a process of its own, one at a time, and heeds what was decided', async () => {
    const records = await joined('510503');
    await ask('POST', 'review/decisions', { records, verdict: 'different', reason: '不是同一人' }, 'clerk');
    const started = await ask<{ state: string }>('POST', 'register/refresh', {}, 'officer');
    expect(started.state).toBe('running');
    expect((await send('POST', 'register/refresh', {}, 'officer')).status).toBe(409);
    expect((await ask<FeedAnswer[]>('GET', 'datasets')).length).toBeGreaterThan(0);
    await expect
      .poll(async () => (await ask<{ state: string }>('GET', 'register/refresh')).state, {
        timeout: 90_000,
        interval: 500,
      })
      .toBe('idle');
    const { version, refresh } = await ask<RegisterAnswer>('GET', 'register');
    expect([version!.number, version!.asked, refresh.waiting]).toEqual([2, 1, { batches: 0, decisions: 0 }]);
    expect(await actionsOf('register.refreshed')).toHaveLength(1);
    const { sides } = await ask<PairAnswer>('POST', 'review/pair', { records }, 'clerk');
    expect(sides[0].person).not.toBe(sides[1].person);
  }, 120_000);
});

/** Two records of one person, from different feeds, both about the person; of a county. */
const joined = async (county: string): Promise<readonly [string, string]> => {
  const link = tableSql(sample.home, currentVersion(sample.home)!.version, 'link');
  const [pair] = await query<{ a: string; b: string }>(
    `SELECT min(record_id) AS a, max(record_id) AS b FROM ${link} l JOIN ${personTable()} p USING (person_id)
     WHERE is_own AND county = '${county}' GROUP BY person_id HAVING count(DISTINCT dataset) > 2 ORDER BY 1 LIMIT 1`,
  );
  return [pair!.a, pair!.b];
};

describe('review', () => {
  it('shows two records side by side, masked, recorded; equal values look equal', async () => {
    const records = await joined(COUNTY);
    const pair = await ask<PairAnswer>('POST', 'review/pair', { records }, 'clerk');
    expect(pair.probability).toBe(1);
    const [left, right] = pair.sides;
    expect(left.person).toBe(right.person);
    expect(left.cluster).toEqual(right.cluster);
    for (const { values } of pair.sides) {
      expect(values['number'] ?? '**********').toContain('**********');
      expect(values['name']).toContain('*');
    }
    expect(await actionsOf('pair.seen', records.toSorted().join('|'))).toHaveLength(1);
    expect(pair.sides.some(({ values }) => (values['address'] ?? values['hukouAddress'] ?? '').includes('*'))).toBe(
      true,
    );
  }, 60_000);

  it('decides with a reason, the latest word shown, within the county only', async () => {
    const [own, foreign] = [await joined(COUNTY), await joined('510504')];
    const decide = (records: unknown, verdict: string, reason: string, as: string) =>
      send('POST', 'review/decisions', { records, verdict, reason }, as);
    expect((await decide(own, 'different', '', 'county-clerk')).status).toBe(422);
    expect((await decide(own, 'perhaps', 'looks', 'county-clerk')).status).toBe(422);
    expect((await decide([own[0], own[0]], 'same', 'looks', 'county-clerk')).status).toBe(422);
    expect((await decide(['a.0.self', 'b.0.self'], 'same', 'looks', 'clerk')).status).toBe(404);
    expect((await decide(foreign, 'different', 'looks', 'county-clerk')).status).toBe(404);
    expect((await send('POST', 'review/pair', { records: foreign }, 'county-clerk')).status).toBe(404);
    expect((await decide(own, 'different', 'another face', 'county-clerk')).status).toBe(200);
    expect((await decide(own, 'unsure', 'asked again', 'county-clerk')).status).toBe(200);
    const { decisions } = await ask<PairAnswer>('POST', 'review/pair', { records: own }, 'clerk');
    expect(decisions.map(({ by, verdict }) => [by, verdict])).toEqual([
      ['county-clerk', 'different'],
      ['county-clerk', 'unsure'],
    ]);
    const { pairs } = await ask<ReviewAnswer>('GET', 'review?state=decided', undefined, 'county-clerk');
    expect(pairs.map(({ verdict }) => verdict)).toContain('unsure');
    for (const wrong of ['state=none', 'limit=0', 'offset=-1', 'limit=9999'])
      expect((await send('GET', `review?${wrong}`, undefined, 'clerk')).status).toBe(422);
  }, 60_000);

  it('an administrator of a county reads what concerns it; one of the city all; looking is recorded first', async () => {
    const before = await services.ledger.use((ledger) => ledger.read());
    const all = await ask<TrailAnswer>('GET', 'actions?limit=1000', undefined, 'admin');
    expect(all.total).toBe(before.length + 1);
    expect(all.actions[0]).toMatchObject({ by: 'admin', kind: 'trail.seen' });
    expect(all.accounts).toEqual(expect.arrayContaining(['clerk', 'county-clerk', 'officer']));
    const county = await ask<TrailAnswer>('GET', 'actions?limit=1000', undefined, 'county-admin');
    expect(county.total).toBe(before.filter(({ area, by }) => area === COUNTY || by === 'county-admin').length + 1);
    const mine = await ask<TrailAnswer>('GET', 'actions?by=county-clerk&kind=person.seen&limit=1', undefined, 'admin');
    expect([mine.total > 0, mine.actions.length, mine.actions[0]!.by]).toEqual([true, 1, 'county-clerk']);
    const past = await ask<TrailAnswer>('GET', 'actions?until=2001-01-01T00:00:00Z', undefined, 'admin');
    expect([past.total, past.actions]).toEqual([0, []]);
    expect((await send('GET', 'actions?from=yesterday', undefined, 'admin')).status).toBe(422);
    expect((await send('GET', "actions?kind=';drop", undefined, 'admin')).status).toBe(422);
  }, 60_000);
});
