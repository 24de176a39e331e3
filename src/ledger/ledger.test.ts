import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, it } from 'vitest';
import { openLedger } from './open-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const decision = { by: 'clerk', kind: 'pair.decided', subject: 'a|b', body: { same: true }, reason: 'same mother' };

describe('the ledger', () => {
  it('keeps actions in order, over a restart too, and finds them by kind, subject and place', async () => {
    const first = await openLedger(join(folder, 'kept'));
    const one = await first.record(decision);
    const two = await first.record({ ...decision, body: { same: false }, reason: 'twins' });
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

  it('is open to one process at a time, and survives one that died', async () => {
    const place = join(folder, 'locked');
    const ledger = await openLedger(place);
    await expect(openLedger(place)).rejects.toThrow(`process ${process.pid}`);
    await ledger.close();
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.on('exit', resolve));
    writeFileSync(join(place, 'lock'), String(gone.pid));
    await (await openLedger(place)).close();
  });
});
