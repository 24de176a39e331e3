import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '#base';
import { attachedText } from '#files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { exampleFolder } from '../support/packs.ts';

const scratch = mkdtempSync(join(tmpdir(), 'popplus-cli-'));
const plan = ['--plan', exampleFolder];
beforeAll(() => {
  process.env['POPPLUS_HOME'] = join(scratch, 'home');
});
afterAll(() => rmSync(scratch, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    language: 'en',
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('popplus', () => {
  it('lists its commands, and each tells its own help', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    const names = [...out.matchAll(/^ {2}popplus ([a-z-]+(?: [a-z]+)?) {2,}/gm)].map((match) => match[1]!);
    expect(names).toEqual([
      'demo',
      'serve',
      'account add',
      'account list',
      'account disable',
      'account password',
      'city make',
      'plan check',
      'plan attach',
      'indicators',
      'project',
      'solve',
      'back-test',
      'warn',
      'ingest status',
      'ingest quarantine',
      'ingest correct',
      'ingest',
      'link',
      'refresh',
      'register report',
      'register find',
      'register checklist',
      'register checked',
      'register evaluate',
    ]);
    for (const name of names) {
      const help = await run(...name.split(' '), '--help');
      expect(help.code).toBe(0);
      expect(help.out).toContain(`popplus ${name}`);
    }
  });

  it('answers wrong use with 2 and one sentence', async () => {
    for (const args of [
      ['fly'],
      ['plan', 'check', '/no/such/folder'],
      ['indicators', '--aera', 'x'],
      ['project', ...plan, '--until', 'soon'],
      ['project', ...plan, '--scenario', 'mediun'],
      ['indicators', 'births', 'deaths', ...plan],
      ['solve', ...plan],
      ['solve', 'resident-population', ...plan, '--year', '2030'],
      ['solve', 'resident-population', ...plan, '--year', '2030', '--target', 'many'],
      ['solve', 'resident-population', ...plan, '--year', '2030', '--target', '105', '--for', 'migration'],
      ['solve', 'resident-population', ...plan, '--year', '2030', '--target', '105', '--against', 'netMigration'],
      ['solve', 'resident-population', ...plan, '--year', '2030', '--target', '105', '--against', 'fertility'],
      ['plan', 'attach', ...plan],
    ]) {
      const { code, err, out } = await run(...args);
      expect([args, code]).toEqual([args, 2]);
      expect(err).not.toMatch(/\n\s+at /);
      expect(out).toBe('');
    }
    expect((await run('project', ...plan, '--scenario', 'mediun')).err).toContain('did you mean medium?');
  });

  it('checks a pack: 0 when good, 1 with every problem when not', async () => {
    expect((await run('plan', 'check', exampleFolder)).code).toBe(0);
    const broken = join(scratch, 'broken');
    cpSync(exampleFolder, broken, { recursive: true });
    writeFileSync(join(broken, 'units.yaml'), '[]\n');
    const { code, out } = await run('plan', 'check', broken, '--json');
    expect(code).toBe(1);
    const report = JSON.parse(out) as { ok: boolean; problems: { where: { file: string; line: number } }[] };
    expect(report.ok).toBe(false);
    expect(report.problems.length).toBeGreaterThan(5);
    expect(report.problems.every(({ where }) => where.file !== '' && where.line > 0)).toBe(true);
    expect((await run('warn', '--plan', broken)).code).toBe(1);
  });

  it('finds the phrases of the plan in its text, UTF-8 or not, and reports those it cannot', async () => {
    const { code, out } = await run('plan', 'attach', join(exampleFolder, 'plan.txt'), ...plan);
    expect([code, out]).toEqual([0, '12 / 12 phrases found']);
    const other = join(scratch, 'other.txt');
    writeFileSync(other, '别的文件。');
    const missing = await run('plan', 'attach', other, ...plan, '--json');
    expect(missing.code).toBe(1);
    expect((JSON.parse(missing.out) as { problems: unknown[] }).problems).toHaveLength(12);
    expect((await run('plan', 'attach', join(exampleFolder, 'plan.txt'), ...plan)).code).toBe(0);
    await run('plan', 'attach', other, ...plan);
    expect(attachedText('example')).toContain('示例市人口发展规划');
    writeFileSync(other, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
    expect((await run('plan', 'attach', other, ...plan)).code).toBe(2);
  });

  it('lists figures, projects and warns, as text and as JSON', async () => {
    const figures = JSON.parse(
      (await run('indicators', 'share-65-plus', ...plan, '--scenario', 'medium', '--json')).out,
    ) as Figure[];
    expect(figures.map(({ year }) => year)).toContain(2050);
    const projected = JSON.parse(
      (await run('project', ...plan, '--areas', '东区', '--until', '2030', '--json')).out,
    ) as { areas: string[]; years: unknown[] };
    expect(projected.areas).toEqual(['999901']);
    expect(projected.years).toHaveLength(11);
    expect((await run('project', ...plan)).out.split('\n')).toHaveLength(32);
    expect((await run('warn', ...plan)).out).toContain('red');
  });

  it('solves backwards: 0 with an answer and its plausibility, 1 where there is none', async () => {
    const asked = ['solve', 'resident-population', ...plan, '--year', '2030', '--target', '105'];
    const { code, out } = await run(...asked);
    expect(code).toBe(0);
    expect(out).toContain('net migration must be');
    const curve = JSON.parse(
      (await run(...asked, '--against', 'fertility', '--from', '1', '--to', '2', '--json')).out,
    ) as {
      answer: { value: number };
      curve: { value: number; answer: { found: boolean } }[];
    };
    expect(curve.answer.value).toBeGreaterThan(5_000);
    expect(curve.curve.length).toBeGreaterThan(4);
    expect(curve.curve.every(({ answer }) => answer.found)).toBe(true);
    const none = await run(...asked, '--for', 'fertility', '--target', '200');
    expect([none.code, none.out]).toEqual([1, '']);
    expect(none.err).toContain('Out of reach');
  });

  it('tests itself on the past and says who forecast best', async () => {
    const { code, out } = await run('back-test', ...plan);
    expect(code).toBe(0);
    expect(out).toContain('loses to constant population');
    const tests = JSON.parse((await run('back-test', ...plan, '--json')).out) as { from: number }[];
    expect(tests.map(({ from }) => from)).toEqual([2010, 2020]);
  });

  it('says in one sentence that a port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const { code, err } = await run('serve', ...plan, '--port', String(port));
    holder.close();
    expect(code).toBe(3);
    expect(err).toContain(`Port ${port} is taken`);
  });
});

describe('popplus city make', () => {
  it('says what a pack lacks, and what was typed wrongly', async () => {
    const lacking = await run('city', 'make', ...plan);
    expect(lacking.code).toBe(1);
    expect(lacking.err).toContain('contracts in datasets/');
    for (const wrong of [
      ['--scale', '20'],
      ['--day', '2025-02-30'],
      ['--until', '2026-01'],
      ['--seed', '-1'],
      ['--out', join(scratch, 'a'), '--truth', join(scratch, 'a/b')],
    ])
      expect((await run('city', 'make', ...wrong)).code).toBe(2);
  });
});
