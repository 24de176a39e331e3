import { LockedError } from '#files';
import type { FromDatabase, ToDatabase } from './apart-database.ts';
import { embeddedDatabase } from './embedded-database.ts';

/** The process of `apartDatabase`: opens the folder's database, answers transactions in their order, ends with its parent. */
const [folder, patience] = process.argv.slice(3) as [string, string];
const send = (message: FromDatabase): void => void process.send?.(message);
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
process.on('SIGINT', () => undefined); // Ctrl+C is for the parent, which closes in good order

try {
  const database = await embeddedDatabase(folder, { patience: Number(patience) });
  const end = (): void => void database.close().then(() => process.exit(0));
  process.on('disconnect', end);
  process.on('SIGTERM', end);
  process.on('message', (message: ToDatabase) => {
    if (message === 'close') return end();
    database.transaction(message.statements).then(
      (rows) => send({ id: message.id, rows }),
      (error: unknown) => send({ id: message.id, failure: reason(error) }),
    );
  });
  send({ id: 0 });
} catch (error) {
  process.on('disconnect', () => process.exit(1));
  send({ id: 0, failure: reason(error), ...(error instanceof LockedError ? { holder: error.holder } : {}) });
  process.disconnect();
}
