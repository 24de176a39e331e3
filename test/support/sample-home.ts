import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCity } from '#city';
import { deliveries, ingestDeliveries, openIngester } from '#datasets';
import { defaultPack, readPack } from '#files';
import { refresh } from '#register';
import { giveKnownKey } from './known-key.ts';

/** A home with a simulated sample of 1:1000 (about 6,000 persons ever), its first load landed and made a register. */
export async function sampleHome(): Promise<{ readonly home: string; readonly feeds: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  const [home, feeds] = [join(folder, 'home'), join(folder, 'feeds')];
  const pack = readPack(defaultPack).pack!;
  await makeCity({ pack, scale: 1 / 1000, seed: 3, out: feeds, until: '2024-12' });
  giveKnownKey(home);
  const ingester = await openIngester(pack, home);
  await ingestDeliveries(ingester, deliveries(pack, feeds));
  ingester.close();
  await refresh(home, pack);
  return { home, feeds, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
