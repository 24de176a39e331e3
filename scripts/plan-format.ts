// Writes docs/plan-format.md, below its introduction, from the schemas of plan packs: `node --import tsx scripts/plan-format.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { codeTableSchema, csvSchemas } from '../src/plan/parse/csv-file.ts';
import { codeTablesSchema, datasetSchema } from '../src/plan/parse/dataset-schema.ts';
import * as schemas from '../src/plan/parse/schema.ts';

export const outputFile = resolve(import.meta.dirname, '../docs/plan-format.md');
/** Where the page's hand-written introduction ends. */
const MARK = '<!-- below: made by scripts/plan-format.ts -->';

/** Each YAML file of a pack with its schema; a test sees to it that none is left out. */
export const yamlFiles = {
  'pack.yaml': schemas.packSchema,
  'document.yaml': schemas.documentSchema,
  'areas.yaml': schemas.areasSchema,
  'departments.yaml': schemas.departmentsSchema,
  'units.yaml': schemas.unitsSchema,
  'sources.yaml': schemas.sourcesSchema,
  'indicators/ID.yaml': schemas.indicatorSchema,
  'warnings.yaml': schemas.warningsSchema,
  'statements.yaml': schemas.statementsSchema,
  'coverage.yaml': schemas.coverageSchema,
  'scenarios/ID.yaml': schemas.scenarioSchema,
  'schedules/ID.yaml': schemas.scheduleSchema,
  'registered.yaml': schemas.registeredSchema,
  'baseline/baseline.yaml': schemas.baselineSchema,
  'uncertainty.yaml': schemas.uncertaintySchema,
  'datasets/ID.yaml': datasetSchema,
  'datasets/codes/codes.yaml': codeTablesSchema,
};

/** As much of JSON Schema as zod writes for packs. */
type Shape = { [K in 'minimum' | 'maximum' | 'exclusiveMinimum' | 'maxLength' | 'minItems']?: number } & {
  [K in 'type' | 'const' | 'pattern' | 'description' | '$ref']?: string;
} & { [K in 'prefixItems' | 'anyOf']?: Shape[] } & { [K in 'properties' | '$defs']?: Record<string, Shape> } & {
  required?: string[];
  enum?: string[];
  items?: Shape;
  default?: unknown;
};

/** Shapes that stand in many places, told apart by their keys, and what patterns mean. */
const shared = new Map([
  ['zh en', 'text'],
  ['atLeast above atMost below', 'comparison'],
  ['level when meaning source', 'level'],
  ['low95 low80 median high80 high95', 'bounds'],
]);
const patterns = new Map([
  ['^[a-z0-9][a-z0-9-]*$', 'id'],
  [String.raw`^\d{6}(\d{3})?$`, 'area code'],
  [String.raw`^\d{4}-\d{2}-\d{2}$`, 'date'],
  [String.raw`^\d+$`, 'whole number'],
  [String.raw`^-?\d+(\.\d+)?(e-?\d+)?$`, 'number'],
]);

const keysOf = (shape: Shape): string => Object.keys(shape.properties ?? {}).join(' ');
const isSource = ({ anyOf }: Shape): boolean => anyOf?.[1] !== undefined && keysOf(anyOf[1]) === 'none';
const link = (name: string): string => `[${name}](#shared-shapes)`;
const code = (text: string): string => `\`${text.replaceAll('|', String.raw`\|`)}\``;

/** The kind of a value in a few words. */
function kindOf(shape: Shape): string {
  if (shape.$ref !== undefined) return link('expression');
  if (isSource(shape)) return link('source');
  const name = shared.get(keysOf(shape));
  if (name !== undefined) return link(name);
  if (shape.enum !== undefined) return shape.enum.map(code).join(', ');
  if (shape.const !== undefined) return shape.const === '' ? 'empty' : code(shape.const);
  if (shape.prefixItems !== undefined) return `list of two: ${shape.prefixItems.map(kindOf).join(', ')}`;
  if (shape.items !== undefined)
    return `list${shape.minItems === undefined ? '' : ', not empty,'} of ${kindOf(shape.items)}`;
  if (shape.anyOf !== undefined) return shape.anyOf.map(kindOf).join(' or ');
  if (shape.pattern !== undefined) return patterns.get(shape.pattern) ?? `text ${code(shape.pattern)}`;
  if (shape.minimum === 1900) return 'year';
  const bounds = [
    [shape.minimum, '≥ '],
    [shape.exclusiveMinimum, '> '],
    [shape.maximum, '≤ '],
    [shape.maxLength, 'length ≤ '],
  ] as const;
  const type =
    { string: 'text', integer: 'whole number', object: 'keys as below' }[shape.type ?? ''] ?? shape.type ?? '';
  const shown = bounds.filter(([bound]) => bound !== undefined && Math.abs(bound) < 1e9);
  return [type, ...shown.map(([bound, words]) => words + String(bound))].join(' ');
}

interface Row {
  readonly key: string;
  readonly needed: boolean;
  readonly kind: string;
  readonly note: string;
}

/** The keys of an object; those of objects inside follow their holder. */
const rowsOf = (shape: Shape, prefix = ''): Row[] =>
  Object.entries(shape.properties ?? {}).flatMap(([name, part]) => {
    const inner = part.items ?? part;
    const key = `${prefix}${name}`;
    const standard = part.default === undefined ? '' : `default ${code(JSON.stringify(part.default))}`;
    const note = [part.description ?? part.items?.description, standard].filter(Boolean).join('; ');
    const row = { key, needed: shape.required?.includes(name) === true, kind: kindOf(part), note };
    const isOpen = inner.properties !== undefined && !shared.has(keysOf(inner));
    return [row, ...(isOpen ? rowsOf(inner, `${key}${part.items === undefined ? '' : '[]'}.`) : [])];
  });

const table = (shape: Shape = {}): string =>
  [
    '| key | needed | value | meaning |\n|---|---|---|---|',
    ...rowsOf(shape.items ?? shape).map(
      (row) => `| ${code(row.key)} | ${row.needed ? 'yes' : ''} | ${row.kind} | ${row.note} |`,
    ),
  ].join('\n');

const formRow = (form: Shape): string => {
  const parts = rowsOf(form).filter(({ kind }) => kind !== 'keys as below');
  const name = Object.keys(form.properties ?? {})[0] ?? '';
  return `| ${code(name)} | ${parts.map(({ key, needed, kind }) => `${code(key)}${needed ? '' : ' (optional)'}: ${kind}`).join('; ')} |`;
};

const csvPage = (file: string, schema: z.ZodType): string => `## ${file}\n\nA column each.\n\n${table(json(schema))}`;

const json = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input' }) as Shape;

/** A page with everything below its introduction made anew: the shapes used in many places, and each file's keys. */
export function planFormat(page: string): string {
  const statements = json(schemas.statementsSchema);
  const level = json(schemas.warningsSchema).items?.properties?.['levels']?.items;
  const bounds = json(schemas.uncertaintySchema).properties?.['national']?.items?.properties?.['lifeExpectancy'];
  const source = statements.items?.properties?.['claims']?.items?.properties?.['source']?.anyOf?.[0];
  const forms = Object.values(statements.$defs ?? {}).flatMap(({ anyOf = [] }) => anyOf);
  return (
    [
      (page.split(MARK)[0] ?? '').trim(),
      MARK,
      `**source**: \`{none: why there is no source}\`, or a citation:\n\n${table(source)}`,
      `**comparison**: one bound at least; every bound given must hold.\n\n${table(level?.properties?.['when'])}`,
      `**level** of a warning:\n\n${table(level)}`,
      `**bounds** of a quantity, as the 80 and 95 per cent intervals have them:\n\n${table(bounds)}`,
      `**expression**: exactly one of these forms.\n\n| form | keys |\n|---|---|\n${forms.map(formRow).join('\n')}`,
      ...Object.entries(yamlFiles).map(([file, schema]) => `## ${file}\n\n${table(json(schema))}`),
      ...Object.entries(csvSchemas).map(([file, schema]) => csvPage(`baseline/${file}`, schema)),
      csvPage('datasets/codes/ID.csv', codeTableSchema),
    ].join('\n\n') + '\n'
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(outputFile, planFormat(readFileSync(outputFile, 'utf8')));
