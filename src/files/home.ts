import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The product's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the product keeps what users give it: `POPPLUS_HOME`, else `.popplus` beside the product. */
export const home = (): string => resolve(process.env['POPPLUS_HOME'] ?? resolve(root, '.popplus'));

/** The pack used when none is named. */
export const defaultPack = resolve(root, 'plans/510500-luzhou');

/** The product's version, of package.json. */
export const productVersion: string = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
).version;
