import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { canada } from './canada.ts';
import { luzhouMigration } from './luzhou-migration.ts';
import { formatCases } from './case.ts';

/** `npm run validate [-- --data DIR]`: our figures beside published ones; exit code 1 when one is outside its tolerance. */
const at = process.argv.indexOf('--data');
const folder = resolve(at < 0 ? '../shared/data' : (process.argv[at + 1] ?? ''));
if (!existsSync(folder)) {
  console.log(`no reference data at ${folder}; give --data DIR`);
  process.exit(at < 0 ? 0 : 2);
}
const cases = [...canada(folder), ...luzhouMigration(folder)];
console.log(formatCases(cases));
process.exit(cases.every((entry) => entry.pass) ? 0 : 1);
