import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { serve } from '@hono/node-server';
import type { Services } from '#api';
import { createApp, openServices } from '#api';
import { openPackStore } from '#files';

/** The real server on a free port of loopback, with the built web app; with an empty home where no services are given. */
export async function startServer(
  packFolder: string,
  services: Services = openServices(mkdtempSync(join(tmpdir(), 'home-'))),
): Promise<{ address: string; failures: Error[]; stop(): void }> {
  const store = openPackStore(packFolder);
  if (!('pack' in store)) throw new Error(`the pack in ${packFolder} has errors`);
  const failures: Error[] = [];
  const web = relative(process.cwd(), resolve(import.meta.dirname, '../../dist/web'));
  const app = createApp(store, { web, services, onFailure: (error) => failures.push(error) });
  return new Promise((ready) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
      ready({
        address: `http://127.0.0.1:${info.port}`,
        failures,
        stop: () => {
          server.close();
          void services.close();
        },
      }),
    );
  });
}
