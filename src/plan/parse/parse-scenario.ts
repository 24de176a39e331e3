import type { Problem } from '#base';
import type { Pack } from '../pack.ts';
import { checkReferences } from './check-references.ts';
import { checkScenario } from './check-scenarios.ts';
import type { ReadFile } from './parse-pack.ts';
import type { Scenario } from './schema.ts';
import { scenarioSchema } from './schema.ts';
import type { TextFile } from './yaml-file.ts';
import { readYaml } from './yaml-file.ts';

/** Reads one scenario file from outside a pack, and checks it as the pack's own are checked. */
export function parseScenario(
  file: TextFile,
  pack: Pack,
): { readonly scenario?: Scenario; readonly problems: readonly Problem[] } {
  const read = readYaml(file, scenarioSchema);
  const scenario: ReadFile = { ...read, path: file.path };
  const files: readonly ReadFile[] = [
    known('document.yaml', pack.document),
    known('sources.yaml', pack.sources),
    ...pack.indicators.map((indicator) => known(`indicators/${indicator.id}.yaml`, indicator)),
  ];
  const problems = [
    ...read.problems,
    ...checkReferences([...files, scenario], new Set()).filter(({ where }) => where.file === file.path),
    ...(read.value === undefined ? [] : checkScenario(scenario, files)),
  ];
  return read.value === undefined || problems.some(({ severity }) => severity === 'error')
    ? { problems }
    : { scenario: read.value, problems };
}

const known = (path: string, value: unknown): ReadFile => ({ path, value, problems: [], placeOf: () => ({}) });
