import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openLedger } from '#ledger';
import { main } from '../../src/cli/main.ts';

const home = mkdtempSync(join(tmpdir(), 'accounts-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const code = await main([...args, '--home', home], { ...terminal, language: 'en' });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('popplus account', () => {
  it('makes accounts with a password of their own, shown once, and takes them away', async () => {
    expect((await run('account', 'add', 'wang', '--role', 'king', '--generate')).code).toBe(2);
    expect((await run('account', 'add', 'wang', '--generate')).code).toBe(2);
    expect((await run('account', 'add', 'wang', '--role', 'clerk', '--areas', '110101', '--generate')).code).toBe(2);
    expect((await run('account', 'add', 'a b', '--role', 'clerk', '--generate')).code).toBe(1);
    const made = await run('account', 'add', 'wang', '--role', 'clerk', '--areas', '510502,510503', '--generate');
    const password = /password: (\S+) /.exec(made.out)![1]!;
    expect([made.code, password.length]).toEqual([0, 19]);
    expect((await run('account', 'add', 'wang', '--role', 'clerk', '--generate')).code).toBe(1);
    const again = await run('account', 'password', 'wang', '--generate');
    const renewed = /password: (\S+) /.exec(again.out)![1]!;
    expect(renewed).not.toBe(password);
    const ledger = await openLedger(join(home, 'ledger'));
    expect(await ledger.accounts.signIn('wang', password)).toBeUndefined();
    expect(await ledger.accounts.signIn('wang', renewed)).toBeDefined();
    await ledger.close();
    expect((await run('account', 'password', 'nobody', '--generate')).code).toBe(1);
    expect((await run('account', 'disable', 'nobody')).code).toBe(1);
    expect((await run('account', 'disable', 'wang')).code).toBe(0);
    const listed = await run('account', 'list', '--json');
    expect(JSON.parse(listed.out)).toEqual([
      { name: 'wang', role: 'clerk', areas: ['510502', '510503'], disabled: true },
    ]);
    expect(listed.out).not.toContain('scrypt');
    const after = await openLedger(join(home, 'ledger'));
    expect((await after.read()).map(({ kind }) => kind)).toEqual([
      'account.added',
      'account.password',
      'account.disabled',
    ]);
    await after.close();
  }, 120_000);
});
