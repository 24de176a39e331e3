import { z } from '@hono/zod-openapi';
import type { Assumption } from '#plan';
import { UNKNOWNS } from '#outlook';
import { ASSUMPTION_BOUNDS } from '#plan';
import { shape } from './shape-problems.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const missing = z.object({ missing: z.string(), what: z.string().optional() });
const source = z.union([
  z.object({
    doc: z.string(),
    section: z.string().optional(),
    words: z.string().optional(),
    note: text.optional(),
  }),
  z.object({ none: z.string() }),
]);

export const AreaSchema = z
  .object({
    code: z.string(),
    name: text,
    level: z.string(),
    parent: z.string().optional(),
    landArea: z.number().optional(),
  })
  .openapi('Area');

export const FigureSchema = z
  .object({
    indicator: z.string(),
    area: z.string(),
    year: z.number().int(),
    value: z.union([z.number(), missing]).openapi({ description: 'in `unit`; where there is no number, the reason' }),
    unit: z.string(),
    basis: z.string(),
    status: z.enum(['observed', 'estimated', 'projected', 'target', 'assumed', 'simulated']),
    source,
    scenario: z.string().optional(),
    explanation: z
      .object({
        formula: z.string(),
        inputs: z.array(
          z.object({ name: text, value: z.union([z.number(), missing]), unit: z.string(), source: source.optional() }),
        ),
      })
      .optional(),
  })
  .openapi('Figure');

export const ProblemSchema = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    where: z.object({ file: z.string().optional(), line: z.number().optional(), path: z.string().optional() }),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    fix: z.string().optional(),
  })
  .openapi('Problem');

export const ErrorSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(
      z.object({ code: z.string(), name: z.string(), zh: z.string(), en: z.string(), fix: z.string().optional() }),
    ),
  })
  .openapi('Error');

/** Values of an assumption that a caller changes, by year. */
const yearValues = (assumption: Assumption, description: string) =>
  z
    .record(
      z.string().regex(/^(19|20|21)\d{2}$/, shape('shape.not-year')),
      z.number().min(ASSUMPTION_BOUNDS[assumption][0]).max(ASSUMPTION_BOUNDS[assumption][1]),
    )
    .refine((values) => Object.keys(values).length <= 60, shape('shape.many-years'))
    .optional()
    .openapi({ description });

export const ChangesSchema = z
  .strictObject({
    fertility: yearValues('fertility', 'children per woman, city'),
    lifeExpectancy: yearValues('lifeExpectancy', 'years, both sexes'),
    netMigration: yearValues('netMigration', 'persons a year, city'),
    sexRatioAtBirth: yearValues('sexRatioAtBirth', 'boys per 100 girls'),
    urbanShare: yearValues('urbanShare', 'per cent of residents, city'),
    redistribution: yearValues('redistribution', '1 = as between the censuses'),
  })
  .openapi('Changes');

export const ProjectionRequestSchema = z
  .strictObject({
    scenario: z.string().optional().openapi({ description: "the pack's own choice when left out", example: 'medium' }),
    changes: ChangesSchema.default({}),
    until: z.number().int().optional(),
    indicators: z.array(z.string()).min(1).max(40).default(['resident-population']),
    areas: z.array(z.string()).min(1).max(50).optional(),
  })
  .openapi('ProjectionRequest');

const unknown = z.enum(UNKNOWNS);
const yearNumber = z.number().int();

export const SolutionRequestSchema = z
  .strictObject({
    scenario: z.string().optional().openapi({ description: "the pack's own choice when left out", example: 'medium' }),
    changes: ChangesSchema.default({}),
    indicator: z.string().openapi({ example: 'resident-population' }),
    area: z.string().optional().openapi({ description: 'the city when left out' }),
    year: yearNumber.openapi({ example: 2030 }),
    target: z.number().min(-1e12).max(1e12).openapi({ description: "in the indicator's unit", example: 450 }),
    unknown: unknown.openapi({ description: 'what is solved for', example: 'netMigration' }),
    from: yearNumber
      .optional()
      .openapi({ description: 'first year that may change; the first without a published total' }),
    shape: z
      .enum(['constant', 'linear'])
      .optional()
      .openapi({ description: 'the same each year (net migration), or in equal steps to the year (the others)' }),
    against: z
      .strictObject({ unknown, from: z.number(), to: z.number(), steps: z.number().int().min(2).max(25).default(9) })
      .optional()
      .openapi({ description: 'a second assumption, for a curve of pairs that reach the target together' }),
  })
  .openapi('SolutionRequest');

const side = z.strictObject({ scenario: z.string().optional(), changes: ChangesSchema.default({}) });

export const DecompositionRequestSchema = z
  .strictObject({
    from: side,
    to: z.union([side, z.literal('actual')]).openapi({
      description: 'another projection, or `actual`: residents as counted or published, by account',
    }),
    indicator: z.string().default('resident-population'),
    area: z.string().optional(),
    year: yearNumber,
  })
  .openapi('DecompositionRequest');
