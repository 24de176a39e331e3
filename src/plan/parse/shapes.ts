import { z } from 'zod';

/** Shapes that stand in many files of a pack. */

export const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');
export const areaCode = z.string().regex(/^\d{6}(\d{3})?$/, 'six or nine digits, in quotes');
export const year = z.number().int().min(1900).max(2200);
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD, in quotes');
export const figureId = z.string().regex(/^I\d{3}$/, 'I followed by three digits');
export const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const citation = z.strictObject({
  doc: id.describe('source id; `plan` is the plan itself'),
  section: z.string().optional().describe('id in document.yaml; needed where doc is plan'),
  words: z.string().max(40).optional().describe('short locating phrase, verbatim; needed where doc is plan'),
  note: text.optional(),
});
export const source = z.union([
  citation,
  z.strictObject({ none: z.string().min(1).describe('why there is no source') }),
]);
export const basis = z.enum(['resident', 'registered', 'monitored', 'mixed', 'none']);
