import type { Problem } from '#base';
import { fingerprint } from '#base';
import type { z } from 'zod';
import type { CodeTable, Pack } from '../pack.ts';
import { checkBaseline } from './check-baseline.ts';
import { checkDatasets } from './check-datasets.ts';
import { checkMap } from './check-map.ts';
import { checkReferences } from './check-references.ts';
import { checkRegistered } from './check-registered.ts';
import { checkScenarios } from './check-scenarios.ts';
import { checkSchedules } from './check-schedules.ts';
import { checkValues } from './check-values.ts';
import { codeTableSchema, csvSchemas, readCsv } from './csv-file.ts';
import { codeTablesSchema, datasetSchema } from './dataset-schema.ts';
import {
  areasSchema,
  baselineSchema,
  coverageSchema,
  departmentsSchema,
  documentSchema,
  indicatorSchema,
  packSchema,
  registeredSchema,
  scenarioSchema,
  scheduleSchema,
  sourcesSchema,
  statementsSchema,
  uncertaintySchema,
  unitsSchema,
  warningsSchema,
} from './schema.ts';
import type { TextFile, YamlFile } from './yaml-file.ts';
import { readYaml } from './yaml-file.ts';

export interface ParsedPack {
  /** Absent as soon as one Problem is an error: a pack is loaded whole or not at all. */
  readonly pack?: Pack;
  readonly problems: readonly Problem[];
}

/** A YAML file of a pack together with what was read from it. */
export interface ReadFile extends YamlFile<unknown> {
  readonly path: string;
}

const single = {
  'pack.yaml': packSchema,
  'document.yaml': documentSchema,
  'areas.yaml': areasSchema,
  'departments.yaml': departmentsSchema,
  'units.yaml': unitsSchema,
  'sources.yaml': sourcesSchema,
  'warnings.yaml': warningsSchema,
  'statements.yaml': statementsSchema,
  'baseline/baseline.yaml': baselineSchema,
} as const;

/** Files that a pack may do without. */
const optionalFiles = {
  'coverage.yaml': coverageSchema,
  'registered.yaml': registeredSchema,
  'uncertainty.yaml': uncertaintySchema,
} as const;
const DATASET = /^datasets\/[^/]+\.yaml$/;
const CODE_TABLES = 'datasets/codes/codes.yaml';

/** Files that may lie in a pack's folder and are not read as part of the plan. */
const companions = /^(README(\.\w+)?\.md|map\.geojson|townships\.geojson|plan\.txt)$/;

/**
 * Reads a pack from its files: every schema, every cross-reference, every rule on dated values. All Problems are
 * returned at once. `formulas` are the ids that the software can compute, each with the id of its unit.
 */
export function parsePack(files: readonly TextFile[], formulas: ReadonlyMap<string, string>): ParsedPack {
  const problems: Problem[] = [];
  const read: ReadFile[] = [];
  const load = <T>(file: TextFile, schema: z.ZodType<T>): T | undefined => {
    const result = readYaml(file, schema);
    problems.push(...result.problems);
    read.push({ ...result, path: file.path });
    return result.value;
  };
  const one = <K extends keyof typeof single>(path: K): z.infer<(typeof single)[K]> | undefined => {
    const file = files.find((candidate) => candidate.path === path);
    if (file !== undefined) return load(file, single[path] as unknown as z.ZodType<z.infer<(typeof single)[K]>>);
    problems.push(fileMissing(path));
    return undefined;
  };
  const optional = <K extends keyof typeof optionalFiles>(path: K): z.infer<(typeof optionalFiles)[K]> | undefined => {
    const file = files.find((candidate) => candidate.path === path);
    const schema = optionalFiles[path] as unknown as z.ZodType<z.infer<(typeof optionalFiles)[K]>>;
    return file === undefined ? undefined : load(file, schema);
  };
  const many = <T>(folder: string, schema: z.ZodType<T>): (T | undefined)[] =>
    files
      .filter((file) => file.path.startsWith(`${folder}/`) && file.path.endsWith('.yaml'))
      .map((file) => load(file, schema));
  const table = <K extends keyof typeof csvSchemas>(name: K): z.infer<(typeof csvSchemas)[K]>[] => {
    const file = files.find((candidate) => candidate.path === `baseline/${name}`);
    if (file === undefined) {
      problems.push(fileMissing(`baseline/${name}`));
      return [];
    }
    const result = readCsv(file, csvSchemas[name] as unknown as z.ZodType<z.infer<(typeof csvSchemas)[K]>>);
    problems.push(...result.problems);
    return result.rows;
  };
  const codeTables = (): CodeTable[] => {
    const file = files.find(({ path }) => path === CODE_TABLES);
    const entries = file === undefined ? [] : (load(file, codeTablesSchema) ?? []);
    return entries.map((entry) => {
      const path = `datasets/codes/${entry.id}.csv`;
      const table = files.find((candidate) => candidate.path === path);
      if (table === undefined) {
        problems.push(fileMissing(path));
        return { ...entry, rows: [] };
      }
      const { rows, problems: found } = readCsv(table, codeTableSchema);
      problems.push(...found);
      return { ...entry, rows };
    });
  };

  const draft = {
    info: one('pack.yaml'),
    document: one('document.yaml'),
    areas: one('areas.yaml'),
    departments: one('departments.yaml'),
    units: one('units.yaml'),
    sources: one('sources.yaml'),
    indicators: many('indicators', indicatorSchema),
    warnings: one('warnings.yaml'),
    statements: one('statements.yaml'),
    scenarios: many('scenarios', scenarioSchema),
    schedules: many('schedules', scheduleSchema),
    coverage: optional('coverage.yaml') ?? [],
    registered: optional('registered.yaml'),
    uncertainty: optional('uncertainty.yaml'),
    datasets: files.filter(({ path }) => DATASET.test(path)).map((file) => load(file, datasetSchema)),
    codeTables: codeTables(),
    baseline: {
      info: one('baseline/baseline.yaml'),
      ageSex: table('age-sex.csv'),
      referenceAges: table('reference-ages.csv'),
      mortality: table('mortality.csv'),
      fertility: table('fertility.csv'),
      areaVariables: table('area-variables.csv'),
    },
    fingerprint: fingerprint(files.map((file) => `${file.path}\n${file.text}`).join('\n')),
  };
  problems.push(
    ...files.filter((file) => !isKnown(file.path)).map((file) => fileUnknown(file.path)),
    ...files.filter((file) => file.text.includes('\uFFFD')).map((file) => notUtf8(file.path)),
    ...checkMap(files, draft.areas, draft.info?.city),
    ...checkReferences(read, new Set(formulas.keys())),
    ...checkValues(read, formulas, draft.info?.city),
    ...checkScenarios(read),
    ...checkSchedules(read, draft.info),
    ...checkRegistered(read, draft),
    ...checkDatasets(read, draft.codeTables),
    ...checkBaseline(draft.info, draft.areas, draft.baseline),
  );
  problems.sort(byPlace);
  if (problems.some((problem) => problem.severity === 'error')) return { problems };
  return { pack: draft as Pack, problems };
}

const isKnown = (path: string): boolean =>
  path in single ||
  path in optionalFiles ||
  /^(indicators|scenarios|schedules)\/[^/]+\.yaml$/.test(path) ||
  DATASET.test(path) ||
  path === CODE_TABLES ||
  /^datasets\/codes\/[^/]+\.csv$/.test(path) ||
  path.replace('baseline/', '') in csvSchemas ||
  companions.test(path);

const notUtf8 = (file: string): Problem => ({
  code: 'plan.not-utf8',
  severity: 'error',
  where: { file },
  params: {},
  fix: 'save as UTF-8',
});

const fileMissing = (file: string): Problem => ({
  code: 'plan.file-missing',
  severity: 'error',
  where: { file },
  params: { file },
  fix: `plans/999900-example/${file}`,
});

const fileUnknown = (file: string): Problem => ({
  code: 'plan.file-unknown',
  severity: 'warning',
  where: { file },
  params: { file },
});

const byPlace = (a: Problem, b: Problem): number =>
  (a.where.file ?? '').localeCompare(b.where.file ?? '') || (a.where.line ?? 0) - (b.where.line ?? 0);
