import { z } from 'zod';
import { baselineSchema, scenarioSchema, sourcesSchema } from './schema.ts';

const { lifeExpectancySexGap, ageZeroCoverage } = baselineSchema.shape.parameters.shape;
const path = scenarioSchema.shape.fertility;

/** `standards/*.yaml`: what a projection takes of the nation where a city's own figures are not given. */
export const nationalDefaultsSchema = z.strictObject({
  id: scenarioSchema.shape.id,
  label: scenarioSchema.shape.label,
  sources: sourcesSchema,
  fertility: path.describe('total fertility, children per woman'),
  fertilityVariant: path.describe('children by which low and high lie below and above'),
  lifeExpectancy: path.describe('both sexes, years'),
  sexRatioAtBirth: path.describe('boys per 100 girls'),
  residence: z
    .strictObject({
      city: z.number().positive(),
      town: z.number().positive(),
      rural: z.number().positive(),
      source: lifeExpectancySexGap.shape.source,
    })
    .describe('women 15-49 by residence: weights of the fertility schedules'),
  lifeExpectancySexGap,
  ageZeroCoverage,
  urbanShare: lifeExpectancySexGap.describe('per cent'),
  migrantsOfProvince: lifeExpectancySexGap.describe(
    'share of residents registered in another county of their province',
  ),
  migrantsFromOutside: lifeExpectancySexGap.describe('share registered in another province'),
});

export type NationalDefaults = z.infer<typeof nationalDefaultsSchema>;
