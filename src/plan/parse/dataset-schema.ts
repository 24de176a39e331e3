import { z } from 'zod';
import { date, id, source, text } from './shapes.ts';

/** Schemas of the contracts with departments about the feeds they deliver: `datasets/ID.yaml` and `datasets/codes/codes.yaml`. */

/** Id of a field in this software: the column's name in landed Parquet. */
const fieldId = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores');

export const DATE_FORMS = ['YYYYMMDD', 'YYYY-MM-DD', 'YYYY/M/D', 'YYYY年M月D日', 'YYYYMM', 'YYYY-MM'] as const;

const field = z.strictObject({
  id: fieldId,
  column: z.string().min(1).describe("header or key in the department's file"),
  label: text.optional().describe('where the column is a technical key'),
  type: z.enum([
    'text',
    'person-name',
    'identity-number',
    'date',
    'month',
    'time',
    'whole',
    'amount',
    'code',
    'division',
    'address',
    'phone',
  ]),
  codes: id.optional().describe('code table; needed for type code'),
  writes: z
    .enum(['code', 'name', ...DATE_FORMS, 'YYYYMMDDhhmmss', 'YYYY-MM-DD hh:mm:ss'])
    .optional()
    .describe('how this department writes it; other usual spellings are taken too'),
  required: z.boolean().default(false).describe('a row without it is quarantined'),
  holdsNumber: z
    .boolean()
    .default(false)
    .describe('a text with a personal number in it: only a keyed token of it is kept'),
  sensitive: z.boolean().default(false).describe('sensitive personal information by itself: health, religion, assets'),
});

const condition = z
  .strictObject({ field: fieldId, is: z.array(z.string()).min(1).describe('codes') })
  .describe('only rows in which a code field has one of these codes');

const role = z.enum([
  'self',
  'head',
  'spouse',
  'husband',
  'wife',
  'mother',
  'father',
  'child',
  'guardian',
  'tenant',
  'owner',
]);

/** Which fields of a row say what about one person that the row mentions. */
const person = z.strictObject({
  role,
  needed: z.boolean().default(false).describe('every row mentions this person'),
  name: fieldId,
  formerName: fieldId.optional(),
  identity: fieldId.optional().describe('identity number'),
  sex: fieldId.optional(),
  impliedSex: z.enum(['female', 'male']).optional().describe('by the role itself: mother, husband'),
  birth: fieldId.optional(),
  nationality: fieldId.optional(),
  education: fieldId.optional(),
  maritalStatus: fieldId.optional(),
  phone: fieldId.optional(),
  address: fieldId.optional().describe('where the person lives'),
  division: fieldId.optional().describe('division code that goes with address'),
  hukouAddress: fieldId.optional(),
  hukouDivision: fieldId.optional(),
  household: fieldId.optional().describe('number of the household, within this dataset'),
  relationToHead: fieldId.optional(),
});

const event = z.strictObject({
  kind: z.enum([
    'birth',
    'death',
    'marriage',
    'divorce',
    'move-in',
    'move-out',
    'hukou-entry',
    'hukou-cancelled',
    'enrolment',
    'leaving-school',
    'insurance-start',
    'insurance-end',
    'job-start',
    'job-end',
    'benefit-start',
    'benefit-end',
  ]),
  date: fieldId,
  of: z.array(role).min(1),
  when: condition.optional(),
});

const signOfLife = z.strictObject({
  kind: z
    .enum(['lives-here', 'active-here', 'registered-here', 'lives-elsewhere', 'dead'])
    .describe(
      'lives-here: the row says where the person dwells; active-here: the person was served, paid or taught here; registered-here: on the books only',
    ),
  of: z.array(role).min(1),
  on: fieldId.describe('day of the sign'),
  until: fieldId.optional().describe('last day, where the row says so'),
  where: fieldId.optional().describe('division of the home that the row names: without one there is no sign'),
  months: z.number().int().min(0).describe('how long the sign may speak for, where no last day is given'),
  when: condition.optional(),
});

export const datasetSchema = z.strictObject({
  id,
  label: text,
  department: id,
  system: text.describe('the system that the feed comes out of'),
  version: date.describe('of this contract'),
  standards: z.array(z.string()).default([]).describe('that columns and codes follow'),
  file: z.strictObject({
    format: z.enum(['csv', 'xlsx', 'parquet', 'jsonl']),
    encoding: z.enum(['utf-8', 'utf-8-bom', 'gb18030']).default('utf-8').describe('of csv and jsonl'),
    sheet: z.string().optional().describe('of xlsx'),
  }),
  refresh: z.strictObject({
    cycle: z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'yearly']),
    delivers: z
      .enum(['stock', 'changes'])
      .describe('stock: every row that holds; changes: rows new or changed since the last delivery'),
  }),
  sharing: z.strictObject({
    class: z.enum(['unconditional', 'conditional', 'none']).describe('无条件共享, 有条件共享, 不予共享'),
    condition: text.optional(),
    source,
  }),
  sensitivity: z.enum(['general', 'personal', 'sensitive']).describe('一般数据, 个人信息, 敏感个人信息'),
  purpose: text,
  legal: z.array(z.strictObject({ basis: text, source })).min(1),
  key: z.array(fieldId).min(1).describe('fields that tell one row of a delivery from another'),
  onePerPerson: z.boolean().describe('a person stands in a delivery at most once: two rows are two persons'),
  knownSince: fieldId.describe('day on which the department knew the row'),
  fields: z.array(field).min(1),
  persons: z.array(person).min(1),
  events: z.array(event).default([]),
  signsOfLife: z.array(signOfLife).default([]),
});

export const codeTablesSchema = z.array(
  z.strictObject({
    id: id.describe('file name of the table: codes/ID.csv'),
    label: text,
    standard: z.string().optional(),
    source,
  }),
);

export type Dataset = z.infer<typeof datasetSchema>;
export type DatasetField = Dataset['fields'][number];
export type DatasetPerson = Dataset['persons'][number];
export type PersonRole = DatasetPerson['role'];
export type DatasetEvent = Dataset['events'][number];
export type SignOfLife = Dataset['signsOfLife'][number];
export type CodeTableEntry = z.infer<typeof codeTablesSchema>[number];
