import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serve as listen } from '@hono/node-server';
import type { Services } from '#api';
import { createApp, openServices } from '#api';
import type { PackStore } from '#files';
import { home, root } from '#files';
import type { Command, CommandInput } from '../command.ts';
import { EXIT, planOption } from '../command.ts';
import { wholeNumber } from '../choose.ts';
import { openStore, packFolder } from '../open-store.ts';
import { printProblems } from '../print.ts';

export const DEFAULT_PORT = 5105;

export const serve: Command = {
  name: 'serve',
  summary: { zh: '启动网页与接口服务', en: 'serves the web app and the API' },
  help: [
    'popplus serve [--port N] [--host ADDRESS] [--plan DIR]',
    `  --port  ${DEFAULT_PORT}; 0 takes any free one`,
    '  --host  127.0.0.1; 0.0.0.0 opens it to the network',
    'The pack is read again whenever its files change; one with errors is reported and the last good one is kept.',
    'exit code: 0 stopped, 1 the pack has errors, 2 wrong use, 3 the port is taken',
  ],
  options: { ...planOption, port: { type: 'string' }, host: { type: 'string' } },
  words: 0,
  run: (input) => startServer(input),
};

/** Serves the data of a home until the process is told to stop. */
export async function startServer(
  { options, terminal }: CommandInput,
  folder = home(),
  onListening: (store: PackStore, services: Services) => void = () => undefined,
): Promise<number> {
  const port = wholeNumber('port', options['port'], 0, 65_535, DEFAULT_PORT);
  const hostname = typeof options['host'] === 'string' ? options['host'] : '127.0.0.1';
  const store = openStore(options['plan'], terminal);
  if (store === undefined) return EXIT.problems;
  if (store.problems.length > 0) printProblems(store.problems, terminal);
  const web = join(root, 'dist/web');
  const built = existsSync(join(web, 'index.html'));
  if (!built) terminal.err('the web app is not built (npm run build); only the API answers');
  const onFailure = (error: Error): void => terminal.err(`failure: ${error.stack ?? error.message}`);
  const services = openServices(folder, onFailure);
  const app = createApp(store, {
    services,
    web: built ? relative(process.cwd(), web) || '.' : undefined,
    onFailure,
  });
  return new Promise((resolve) => {
    const server = listen({ fetch: app.fetch, port, hostname }, (address) => {
      const shown = hostname === '127.0.0.1' ? 'localhost' : hostname;
      terminal.out(`人口+ · ${store.pack.info.label[terminal.language]} · http://${shown}:${address.port}`);
      onListening(store, services);
    });
    const following = store.follow(() => {
      if (store.upToDate) terminal.out(`reloaded ${packFolder(options['plan'])} · ${store.pack.fingerprint}`);
      else printProblems(store.problems, terminal);
    });
    const stop = (code: number): void => {
      following.stop();
      server.close();
      void services.close().then(() => resolve(code));
    };
    server.on('error', (error: NodeJS.ErrnoException) => {
      terminal.err(
        error.code === 'EADDRINUSE'
          ? terminal.language === 'zh'
            ? `端口 ${port} 已被占用;请用 --port 换一个,或先停掉占用它的程序。`
            : `Port ${port} is taken; choose another with --port, or stop the program that holds it.`
          : error.message,
      );
      stop(EXIT.failure);
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(EXIT.ok));
  });
}
