import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPackStore } from '#files';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleFolder } from '../support/packs.ts';

const folder = mkdtempSync(join(tmpdir(), 'popplus-pack-'));
cpSync(exampleFolder, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

describe('a pack that is edited while it is served', () => {
  it('stays as it was while it has errors, and follows when they are mended', () => {
    const store = openPackStore(folder);
    if (!('pack' in store)) throw new Error('the example has errors');
    const before = store.pack.fingerprint;
    const file = join(folder, 'indicators/life-expectancy.yaml');
    const good = readFileSync(file, 'utf8');

    writeFileSync(file, good.replace('unit: years', 'unit: year'));
    store.reload();
    expect(store.upToDate).toBe(false);
    expect(store.problems.map(({ code }) => code)).toEqual(['plan.unit-unknown']);
    expect(store.pack.fingerprint).toBe(before);
    expect(store.book.actual('life-expectancy', '999900', 2020).value).toBe(78);

    writeFileSync(file, good.replace('value: 80', 'value: 81'));
    store.reload();
    expect(store.upToDate).toBe(true);
    expect(store.problems).toEqual([]);
    expect(store.pack.fingerprint).not.toBe(before);
  });

  it('is found again when its folder was swapped for another of the same name', async () => {
    const store = openPackStore(folder);
    if (!('pack' in store)) throw new Error('the example has errors');
    let reloads = 0;
    const following = store.follow(() => reloads++);
    const other = `${folder}-other`;
    cpSync(folder, other, { recursive: true });
    renameSync(folder, `${folder}-old`);
    renameSync(other, folder);
    await expect.poll(() => reloads, { timeout: 10_000 }).toBeGreaterThan(0);
    const seen = reloads;
    const file = join(folder, 'indicators/life-expectancy.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('value: 81', 'value: 82'));
    await expect.poll(() => reloads, { timeout: 10_000 }).toBeGreaterThan(seen);
    expect(store.upToDate).toBe(true);
    following.stop();
    rmSync(`${folder}-old`, { recursive: true });
  });

  it('cannot be opened at all when it has errors from the start', () => {
    writeFileSync(join(folder, 'units.yaml'), '[]');
    const store = openPackStore(folder);
    expect('pack' in store).toBe(false);
    expect(store.problems.length).toBeGreaterThan(3);
  });
});
