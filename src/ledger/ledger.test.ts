import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Ledger } from './open-ledger.ts';
import { openLedger } from './open-ledger.ts';
import { schema } from './schema.ts';
import { sharedLedger } from './shared-ledger.ts';

/** Making a database takes seconds, and there are several. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const decision = { by: 'clerk', kind: 'pair.decided', subject: 'a|b', body: { same: true }, reason: 'same mother' };

/** The number of a process that is no more. */
async function gone(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid!;
}

describe('the ledger', () => {
  it('keeps actions in order, over a restart too, and finds them by kind, subject and place', async () => {
    const first = await openLedger(join(folder, 'kept'));
    const one = await first.record(decision);
    const two = await first.record({ ...decision, body: { same: false }, reason: 'twins', area: '510502' });
    await first.record({ ...decision, kind: 'person.seen', subject: 'p1' });
    expect(two.id).toBeGreaterThan(one.id);
    await first.close();
    const again = await openLedger(join(folder, 'kept'));
    expect(await again.read({ kind: 'pair.decided', subject: 'a|b' })).toEqual([one, two]);
    expect(await again.read({ after: two.id })).toHaveLength(1);
    expect(await again.read({ subject: 'nobody' })).toEqual([]);
    await again.close();
  });

  it('refuses change, removal and nonsense', async () => {
    const ledger = await openLedger(join(folder, 'strict'));
    await ledger.record(decision);
    await expect(ledger.record({ ...decision, by: '' })).rejects.toThrow('check');
    await expect(ledger.record({ ...decision, kind: 'Robert"); drop' })).rejects.toThrow('check');
    await ledger.close();
    const raw = await PGlite.create({ dataDir: join(folder, 'strict', 'data') });
    for (const attack of ['update actions set by = $$x$$', 'delete from actions', 'truncate actions'])
      await expect(raw.exec(attack)).rejects.toThrow('never changed');
    await raw.close();
  });
});

describe('one process at a time', () => {
  it('is refused to a second one, and taken over from one that died, by one of those who try', async () => {
    const place = join(folder, 'locked');
    const ledger = await openLedger(place);
    await expect(openLedger(place)).rejects.toThrow(`process ${process.pid}`);
    await ledger.close();
    writeFileSync(join(place, 'lock'), `${await gone()} left`);
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => openLedger(place)));
    const open = tries.filter((each) => each.status === 'fulfilled');
    expect(open).toHaveLength(1);
    await open[0]!.value.close();
  });

  it('takes over its own number from before a restart, but not a lock that is only just being written', async () => {
    const place = join(folder, 'restarted');
    mkdirSync(place);
    writeFileSync(join(place, 'lock'), `${process.pid} of-before`);
    await (await openLedger(place)).close();
    writeFileSync(join(place, 'lock'), '');
    await expect(openLedger(place)).rejects.toThrow('in use');
  });

  it('a command waits and says for whom; a server lets go for it and has the ledger again after it', async () => {
    const place = join(folder, 'shared');
    const server = sharedLedger(place);
    await server.use((ledger) => ledger.record(decision));
    const holder = Number.parseInt(readFileSync(join(place, 'lock'), 'utf8'), 10);
    expect(holder).not.toBe(process.pid);
    const waits: number[] = [];
    const command = await openLedger(place, { patience: 15_000, onWait: (pid) => waits.push(pid) });
    expect(waits).toEqual([holder]);
    const later = server.use((ledger) => ledger.read());
    await command.record(decision);
    await command.close();
    expect(await later).toHaveLength(2);
    await server.close();
    expect(existsSync(join(place, 'lock'))).toBe(false);
  });

  it('its own process dying is an error once, not for ever', async () => {
    const place = join(folder, 'killed');
    const server = sharedLedger(place);
    await server.use((ledger) => ledger.record(decision));
    process.kill(Number.parseInt(readFileSync(join(place, 'lock'), 'utf8'), 10), 'SIGKILL');
    await expect(server.use((ledger) => ledger.read())).rejects.toThrow('ended');
    expect(await server.use((ledger) => ledger.read())).toHaveLength(1);
    await server.close();
  });
});

/** Everything of areas is tried on each database there is: the embedded one, and a server where a test is told of one. */
const servers = process.env['POPPLUS_TEST_DATABASE_URL'];
if (servers === undefined)
  process.stdout.write(
    'skipped: the ledger on a PostgreSQL server needs POPPLUS_TEST_DATABASE_URL, an empty database\n',
  );

describe.each([undefined, ...(servers === undefined ? [] : [servers])])('areas, on %s', (address) => {
  let ledger: Ledger;
  beforeAll(async () => {
    if (address !== undefined) process.env['DATABASE_URL'] = address;
    ledger = await openLedger(address === undefined ? undefined : join(folder, 'unused'));
    delete process.env['DATABASE_URL'];
    for (const area of ['510502', '510503', null])
      await ledger.record({ ...decision, subject: `of ${area ?? 'the city'}`, area });
  });
  afterAll(() => ledger.close());

  it('an account of counties sees what concerns them and what it did, the city all', async () => {
    for (const [account, areas, expected] of [
      ['other', ['510502'], ['of 510502']],
      ['other', ['510502', '510503'], ['of 510502', 'of 510503']],
      ['other', [], ['of 510502', 'of 510503', 'of the city']],
      ['clerk', ['510504'], ['of 510502', 'of 510503', 'of the city']],
    ] as const) {
      const seen = await ledger.read({}, { account, areas });
      expect(seen.map(({ subject }) => subject)).toEqual(expected);
    }
  });

  it('shows the trail from the newest on, by account and time, in the areas of who asks', async () => {
    const city = { account: 'other', areas: [] };
    const all = (await ledger.read({}, city)).toReversed();
    const ids = async (...asked: Parameters<typeof ledger.trail>) =>
      (await ledger.trail(...asked)).actions.map(({ id }) => id);
    const whole = await ledger.trail({}, { offset: 0, limit: 100 }, city);
    expect(whole).toEqual({ total: all.length, accounts: ['clerk'], actions: all });
    expect(await ids({}, { offset: 1, limit: 1 }, city)).toEqual([all[1]!.id]);
    expect(await ledger.trail({}, { offset: 99, limit: 1 }, city)).toMatchObject({ total: all.length, actions: [] });
    expect(await ids({ by: 'nobody' }, { offset: 0, limit: 9 }, city)).toEqual([]);
    const { at } = all[0]!;
    const later = new Date(Date.parse(at) + 1).toISOString();
    expect(await ids({ from: later }, { offset: 0, limit: 9 }, city)).toEqual([]);
    expect((await ids({ from: at, until: later }, { offset: 0, limit: 9 }, city))[0]).toBe(all[0]!.id);
    const county = await ledger.trail({}, { offset: 0, limit: 9 }, { account: 'other', areas: ['510502'] });
    expect(county).toMatchObject({ total: 1, actions: [{ area: '510502' }] });
  });

  it('records nothing of another county and nothing in another name', async () => {
    const scope = { account: 'other', areas: ['510502'] };
    const mine = { ...decision, by: 'other', kind: 'person.seen' };
    await expect(ledger.record({ ...mine, area: '510503' }, scope)).rejects.toThrow('row-level security');
    await expect(ledger.record({ ...mine, by: 'clerk', area: '510502' }, scope)).rejects.toThrow('row-level security');
    expect((await ledger.record({ ...mine, area: '510502' }, scope)).area).toBe('510502');
  });

  it('keeps passwords and tokens as hashes, signs in and out, and a disabled account nowhere', async () => {
    const { accounts } = ledger;
    const [name, password] = [`wang-${Date.now()}`, 'a long password'];
    expect(await accounts.add({ name: 'no blanks', role: 'clerk', areas: [] }, password)).toBe('name');
    expect(await accounts.add({ name, role: 'clerk', areas: [] }, 'short')).toBe('password');
    expect(await accounts.add({ name, role: 'clerk', areas: ['510502'] }, password)).toBeUndefined();
    expect(await accounts.add({ name, role: 'admin', areas: [] }, password)).toBe('taken');
    expect(await accounts.signIn(name, 'another password')).toBeUndefined();
    expect(await accounts.signIn('nobody', password)).toBeUndefined();
    const token = (await accounts.signIn(name, password))!;
    expect(await accounts.signedIn(token)).toEqual({ name, role: 'clerk', areas: ['510502'], disabled: false });
    expect(await accounts.signedIn(`${token}x`)).toBeUndefined();
    expect(await accounts.setPassword(name, 'a newer password')).toBeUndefined();
    expect(await accounts.signedIn(token)).toBeUndefined();
    const second = (await accounts.signIn(name, 'a newer password'))!;
    await accounts.signOut(second);
    expect(await accounts.signedIn(second)).toBeUndefined();
    const third = (await accounts.signIn(name, 'a newer password'))!;
    expect(await accounts.disable(name)).toBeUndefined();
    expect(await accounts.disable('nobody')).toBe('unknown');
    expect(await accounts.signedIn(third)).toBeUndefined();
    expect(await accounts.signIn(name, 'a newer password')).toBeUndefined();
  });
});

describe('reading past the areas in SQL', () => {
  let raw: PGlite;
  beforeAll(async () => {
    raw = await PGlite.create();
    await raw.exec(schema);
  });
  afterAll(() => raw.close());

  it('shows nothing, whatever the query, and leaves accounts and sessions shut', async () => {
    await raw.transaction(async (open) => {
      await open.query(`select act_within('clerk', '*')`);
      for (const area of ['510502', '510503'])
        await open.query(
          `insert into actions (by, kind, subject, area) values ('clerk', 'pair.decided', 'a|b', '${area}')`,
        );
      await open.query(`insert into actions (by, kind, subject) values ('clerk', 'pair.decided', 'a|b')`);
    });
    const seen = (areas: string, query: string): Promise<string[]> =>
      raw.transaction(async (open) => {
        await open.query(`select act_within('other', $1)`, [areas]);
        return (await open.query<{ area: string | null }>(query)).rows.map(({ area }) => String(area));
      });
    for (const query of [
      `select area from actions where true or area = '510503'`,
      `select area from actions union all select area from actions where area <> '510502'`,
      `select area from actions a where exists (select from actions b where b.area = '510503')`,
    ])
      expect(new Set(await seen('510502', query))).toEqual(new Set(query.includes('exists') ? [] : ['510502']));
    for (const table of ['accounts', 'sessions'])
      await expect(seen('510502', `select * from ${table}`)).rejects.toThrow('permission denied');
    await expect(seen('510502', `update actions set area = '510502' returning area`)).rejects.toThrow();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<string>('510502', '510503', '510504', '%', '', "' or true --")),
        async (list) => {
          const got = await seen(list.join(','), 'select area from actions');
          expect(got.every((area) => list.includes(area))).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('shows nothing at all where a transaction does not say for whom it is', async () => {
    await raw.exec('set role popplus_bound');
    expect((await raw.query('select * from actions')).rows).toEqual([]);
    await expect(
      raw.query(`insert into actions (by, kind, subject) values ('clerk', 'pair.decided', 'a|b')`),
    ).rejects.toThrow('row-level security');
  });
});
