import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outputFile, planFormat, yamlFiles } from '../scripts/plan-format.ts';
import { codeTablesSchema, datasetSchema } from '../src/plan/parse/dataset-schema.ts';
import * as schemas from '../src/plan/parse/schema.ts';

describe('docs/plan-format.md', () => {
  it('is what the schemas say (node --import tsx scripts/plan-format.ts writes it)', () => {
    const page = readFileSync(outputFile, 'utf8');
    expect(page).toBe(planFormat(page));
  });

  it('leaves no schema out', () => {
    expect(new Set<unknown>(Object.values(yamlFiles))).toEqual(
      new Set<unknown>([...Object.values(schemas), datasetSchema, codeTablesSchema]),
    );
  });
});
