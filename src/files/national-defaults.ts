import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NationalDefaults } from '#plan';
import { nationalDefaultsSchema, readYaml } from '#plan/parse';
import { root } from './home.ts';

/** The product's own `standards/china.yaml`; a fault in it is a bug and throws. */
export function nationalDefaults(): NationalDefaults {
  const path = 'standards/china.yaml';
  const { value, problems } = readYaml({ path, text: readFileSync(join(root, path), 'utf8') }, nationalDefaultsSchema);
  if (value === undefined) throw new Error(`${path}: ${JSON.stringify(problems)}`);
  return value;
}
