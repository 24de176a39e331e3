import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describePlace, describeProblem } from '#base';
import type { Validation } from './case.ts';
import { formatCases } from './case.ts';
import { validateDemography } from './demography.ts';
import { linkAnyFile, validateLinkage } from './linkage.ts';
import { validateLuzhou } from './luzhou-migration.ts';

/**
 * `npm run validate [-- WORD] [--data DIR]`: our figures beside published ones. WORD picks one kind of data (`demography`, `linkage`, `luzhou`), else all are tried.
 * `linkage --file F --id COL [--truth COL] [--config FILE]` links one file of any kind and prints its scores.
 * Exit code 1 when a figure is outside its tolerance or the data have a fault, 2 when there is nothing to compare.
 */
const kinds: Readonly<Record<string, (folder: string) => Validation | Promise<Validation>>> = {
  demography: validateDemography,
  linkage: validateLinkage,
  luzhou: validateLuzhou,
};

const words = process.argv.slice(2);
const at = words.indexOf('--data');
const given = at < 0 ? undefined : words[at + 1];
const word = words.find((text, index) => !text.startsWith('--') && !(words[index - 1] ?? '').startsWith('--'));
if (word === 'linkage' && (words.includes('--file') || words.includes('--config'))) await oneFile();
const folder = resolve(given ?? '../shared/data');

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function option(name: string): string | undefined {
  const found = words.indexOf(`--${name}`);
  return found < 0 ? undefined : words[found + 1];
}

async function oneFile(): Promise<never> {
  const [file, id, truth, config] = ['file', 'id', 'truth', 'config'].map(option);
  if (config === undefined && (file === undefined || id === undefined)) fail('--file needs --id, or give --config');
  const { text, problems } = await linkAnyFile({
    ...(file === undefined ? {} : { file }),
    ...(id === undefined ? {} : { id }),
    ...(truth === undefined ? {} : { truth }),
    ...(config === undefined ? {} : { config }),
  });
  for (const problem of problems) console.error(`${describePlace(problem.where)}: ${describeProblem(problem, 'en')}`);
  if (text !== '') console.log(text);
  process.exit(problems.length === 0 ? 0 : 1);
}

if (at >= 0 && given === undefined) fail('--data needs a folder');
if (word !== undefined && !Object.hasOwn(kinds, word))
  fail(`nothing validates ${word}; there are ${Object.keys(kinds).join(', ')}`);
if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  if (given !== undefined || word !== undefined) fail(`no reference data at ${folder}; give --data DIR`);
  console.log(`skipped: no reference data at ${folder}; give --data DIR`);
  process.exit(0);
}

const results = await Promise.all(
  (word === undefined ? Object.values(kinds) : [kinds[word]!]).map(async (validate) => validate(folder)),
);
const cases = results.flatMap((result) => result.cases);
const problems = results.flatMap((result) => result.problems);
for (const problem of problems) console.error(`${describePlace(problem.where)}: ${describeProblem(problem, 'en')}`);
if (cases.length > 0) console.log(formatCases(cases));
else if (problems.length === 0)
  fail(`nothing to compare in ${folder}: no folder or file of a layout that is known (docs/methods/conventions.md)`);
process.exit(problems.length === 0 && cases.every((entry) => entry.pass) ? 0 : 1);
