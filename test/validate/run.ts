import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describePlace, describeProblem } from '#base';
import type { Validation } from './case.ts';
import { formatCases } from './case.ts';
import { validateDemography } from './demography.ts';
import { validateLuzhou } from './luzhou-migration.ts';

/**
 * `npm run validate [-- WORD] [--data DIR]`: our figures beside published ones. WORD picks one kind of data (`demography`, `luzhou`), else all are tried.
 * Exit code 1 when a figure is outside its tolerance or the data have a fault, 2 when there is nothing to compare.
 */
const kinds: Readonly<Record<string, (folder: string) => Validation>> = {
  demography: validateDemography,
  luzhou: validateLuzhou,
};

const words = process.argv.slice(2);
const at = words.indexOf('--data');
const given = at < 0 ? undefined : words[at + 1];
const word = words.find((text, index) => !text.startsWith('--') && (at < 0 || index !== at + 1));
const folder = resolve(given ?? '../shared/data');

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

if (at >= 0 && given === undefined) fail('--data needs a folder');
if (word !== undefined && !Object.hasOwn(kinds, word))
  fail(`nothing validates ${word}; there are ${Object.keys(kinds).join(', ')}`);
if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  if (given !== undefined || word !== undefined) fail(`no reference data at ${folder}; give --data DIR`);
  console.log(`skipped: no reference data at ${folder}; give --data DIR`);
  process.exit(0);
}

const results = (word === undefined ? Object.values(kinds) : [kinds[word]!]).map((validate) => validate(folder));
const cases = results.flatMap((result) => result.cases);
const problems = results.flatMap((result) => result.problems);
for (const problem of problems) console.error(`${describePlace(problem.where)}: ${describeProblem(problem, 'en')}`);
if (cases.length > 0) console.log(formatCases(cases));
else if (problems.length === 0)
  fail(`nothing to compare in ${folder}: no folder or file of a layout that is known (docs/methods/conventions.md)`);
process.exit(problems.length === 0 && cases.every((entry) => entry.pass) ? 0 : 1);
