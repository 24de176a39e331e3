import { z } from 'zod';
import { CAPABILITIES } from '../capabilities.ts';
import { areaCode, basis, date, figureId, id, source, text, year } from './shapes.ts';

/** Schemas of every YAML file of a plan pack. All are closed: an unknown key is a Problem. docs/plan-format.md is made from them. */

export const packSchema = z.strictObject({
  id: id,
  label: text,
  title: text.describe('official title of the plan'),
  city: areaCode,
  province: areaCode.optional().describe('area used for comparison'),
  years: z
    .strictObject({ base: year, from: year, to: year, horizon: year })
    .refine(
      ({ base, from, to, horizon }) => base <= from && from <= to && to <= horizon,
      'base <= from <= to <= horizon',
    ),
  version: date,
  scenario: id.describe('the scenario that is spoken of where none is named'),
  fictional: z.boolean().default(false),
});

export const documentSchema = z.strictObject({
  title: z.string(),
  number: z.string().optional().describe('document number'),
  issued: date.optional(),
  sections: z.array(
    z.strictObject({
      id: z.string().min(1).describe('`1` chapter, `1.1` section, `box-1` 专栏, `table-1`, `figure-1`'),
      kind: z.enum(['chapter', 'section', 'box', 'table', 'figure']),
      title: text,
      within: z.string().optional().describe('id of the section that holds it'),
      page: z.number().int().optional(),
    }),
  ),
});

export const areasSchema = z.array(
  z.strictObject({
    code: areaCode,
    name: text,
    level: z.enum(['province', 'city', 'county', 'township']),
    parent: areaCode.optional(),
    landArea: z.number().positive().optional().describe('km²'),
  }),
);

export const departmentsSchema = z.array(z.strictObject({ id, name: text }));

export const unitsSchema = z.array(
  z.strictObject({
    id,
    label: text,
    decimals: z.number().int().min(0).max(6),
    kind: z.enum(['count', 'rate', 'year', 'other']).describe('rates may be mapped as shades; counts may not'),
  }),
);

export const sourcesSchema = z.array(
  z.strictObject({
    id,
    title: text,
    publisher: z.string().optional(),
    published: z.string().optional(),
    retrieved: z.string().optional(),
    address: z.string().optional(),
    licence: z.string().optional(),
    secondHand: z.boolean().default(false).describe('a transcription, to be replaced by the original'),
  }),
);

const datedValue = z
  .strictObject({
    at: year.describe('year it holds for (stocks: year end)'),
    area: areaCode.optional().describe('the city when left out'),
    role: z.enum(['baseline', 'target', 'forecast', 'observed', 'reported', 'standard']),
    value: z.number().optional(),
    range: z.tuple([z.number(), z.number()]).optional(),
    text: text.optional().describe('a target in words only'),
    relative: z
      .strictObject({ indicator: id, area: areaCode, offset: z.number().default(0) })
      .optional()
      .describe("another area's value of the year is the target"),
    bound: z.enum(['exactly', 'at-least', 'at-most', 'about', 'above', 'below']).default('exactly'),
    figures: z.array(figureId).optional().describe('numbers of the inventory of the plan that this value is'),
    basis: basis.optional().describe("where it differs from the indicator's"),
    derived: z.boolean().default(false).describe('worked out from published figures, not published itself'),
    source,
    published: date.optional().describe('known since'),
    doubtful: text.optional().describe('why this value is not the one that is used'),
  })
  .describe('exactly one of value, range, text, relative');

export const indicatorSchema = z.strictObject({
  id,
  label: text,
  definition: text.optional(),
  topic: z.enum(['size', 'fertility', 'structure', 'quality', 'distribution', 'security', 'services', 'governance']),
  unit: id,
  basis,
  kind: z.enum(['anticipated', 'binding', 'none']).describe('预期性, 约束性'),
  better: z.enum(['higher', 'lower', 'within', 'none']),
  responsible: z.array(id).default([]),
  formula: id.optional().describe('a registered formula; absent = reported by hand'),
  path: z.enum(['linear', 'step', 'none']).optional().describe('between plan values; needed from two on'),
  section: z.string().optional().describe('where the plan treats it'),
  aliases: z.array(z.string()).optional(),
  values: z.array(datedValue).default([]),
  checked: z.strictObject({ on: date, stillHolds: z.boolean(), note: z.string().optional() }).optional(),
});

const comparison = z
  .strictObject({
    atLeast: z.number().optional(),
    above: z.number().optional(),
    atMost: z.number().optional(),
    below: z.number().optional(),
  })
  .refine((value) => Object.values(value).some((bound) => bound !== undefined), 'one bound at least');

const level = z.strictObject({
  level: z.enum(['blue', 'yellow', 'orange', 'red']),
  when: comparison,
  meaning: text,
  source,
});

export const warningsSchema = z.array(
  z.strictObject({
    id,
    label: text,
    indicator: id,
    change: z
      .enum(['value', 'yearly-change-percent', 'gap-to-path-percent'])
      .default('value')
      .describe('what is compared'),
    areas: z.enum(['city', 'counties', 'all']).default('all'),
    years: z.number().int().min(1).default(1).describe('how many years in a row the condition must hold'),
    levels: z.array(level).min(1),
    overrides: z
      .array(z.strictObject({ area: areaCode, levels: z.array(level).min(1), reason: text }))
      .default([])
      .describe('thresholds of a single district'),
  }),
);

/** A small typed expression: numbers that are stated, numbers that are computed, and arithmetic on them. */
export type ExpressionInput =
  | { number: number; source?: unknown }
  | { figure: string; area?: string | undefined; at?: number | undefined }
  | {
      stated: {
        indicator: string;
        at: number;
        area?: string | undefined;
        role?: string | undefined;
        section?: string | undefined;
      };
    }
  | {
      computed: {
        indicator: string;
        at: number;
        area?: string | undefined;
        scenario?: string | undefined;
      };
    }
  | { peakYear: { indicator: string; scenario: string } }
  | { firstYear: { indicator: string; scenario: string; when: z.infer<typeof comparison> } }
  | { countAreas: { indicator: string; at: number; when: z.infer<typeof comparison> } }
  | { sum: ExpressionInput[] }
  | { sumOverCounties: { indicator: string; at: number } }
  | { difference: [ExpressionInput, ExpressionInput] }
  | { ratio: [ExpressionInput, ExpressionInput]; times?: number | undefined }
  | { product: ExpressionInput[] }
  | { round: ExpressionInput; decimals: number };

const expression: z.ZodType<ExpressionInput> = z.lazy(() =>
  z.union([
    z.strictObject({ number: z.number(), source: source.optional() }),
    z.strictObject({ figure: figureId, area: areaCode.optional(), at: year.optional() }),
    z.strictObject({
      stated: z.strictObject({
        indicator: id,
        at: year,
        area: areaCode.optional(),
        role: z.string().optional(),
        section: z.string().optional(),
      }),
    }),
    z.strictObject({
      computed: z.strictObject({ indicator: id, at: year, area: areaCode.optional(), scenario: id.optional() }),
    }),
    z.strictObject({ peakYear: z.strictObject({ indicator: id, scenario: id }) }),
    z.strictObject({ firstYear: z.strictObject({ indicator: id, scenario: id, when: comparison }) }),
    z.strictObject({ countAreas: z.strictObject({ indicator: id, at: year, when: comparison }) }),
    z.strictObject({ sum: z.array(expression).min(1) }),
    z.strictObject({ sumOverCounties: z.strictObject({ indicator: id, at: year }) }),
    z.strictObject({ difference: z.tuple([expression, expression]) }),
    z.strictObject({ ratio: z.tuple([expression, expression]), times: z.number().optional() }),
    z.strictObject({ product: z.array(expression).min(1) }),
    z.strictObject({ round: expression, decimals: z.number().int().min(0).max(6) }),
  ]),
);

export const coverageSchema = z.array(
  z.strictObject({
    id,
    by: z.enum(CAPABILITIES).describe('what of the product carries it out'),
    source: source.describe('what the plan asks for, where'),
    does: text,
    lacks: text.optional().describe('what is left undone'),
  }),
);

export const statementsSchema = z.array(
  z
    .strictObject({
      id: z.string().regex(/^X\d{2}$/),
      severity: z.enum(['high', 'medium', 'low']),
      title: text,
      claims: z
        .array(z.strictObject({ label: text, source, is: expression.optional() }))
        .min(1)
        .describe('what is said, where; `is` gives it as a number'),
      check: z
        .strictObject({
          relation: z
            .enum(['equal', 'at-most', 'at-least', 'less', 'greater'])
            .describe('first claim to each other claim'),
          within: z.number().min(0).default(0).describe('tolerance, in the unit of the claims'),
          unit: id,
        })
        .optional(),
      textOnly: text.optional().describe('why it cannot be computed'),
      treatment: text.describe('what the product uses, and why'),
    })
    .refine(
      (value) => (value.check === undefined) !== (value.textOnly === undefined),
      'exactly one of check, textOnly',
    ),
);

const path = z.array(z.strictObject({ at: year, value: z.number(), source })).min(1);

export const scenarioSchema = z.strictObject({
  id,
  label: text,
  description: text,
  fertility: path.describe('total fertility rate of the city, children per woman'),
  lifeExpectancy: path.describe('both sexes, years'),
  sexRatioAtBirth: path.describe('boys per 100 girls'),
  netMigration: path.describe('persons a year, city and outside'),
  redistribution: path.describe(
    'intensity of the 2010-2020 pattern of net migration by area, age and sex; 1 = as then',
  ),
  urbanShare: path.describe('per cent of residents, city'),
  totals: z
    .strictObject({
      indicator: id,
      role: z.enum(['observed', 'target']),
      from: year,
      to: year,
    })
    .optional()
    .describe(
      'years whose city total is given by the values of an indicator; net migration is then what closes the account',
    ),
});

const point = z.strictObject({ at: year, value: z.number(), source });
const points = z.array(point).min(1);
const age = z.number().int().min(0).max(100);

const scheduleRow = z
  .strictObject({
    area: areaCode.optional().describe('rows of an area replace those without one; left out: every area'),
    sex: z.enum(['female', 'male']).optional().describe('both when left out'),
    group: id.optional().describe('groups lie over one another and add up; inside one, ages may not overlap'),
    from: age.default(0).describe('first age in completed years at the end of the year'),
    to: age.optional().describe('last age, included; 100 is open, and what is meant when left out'),
    until: points.optional().describe('instead of `to`: an exact age that ends the row and moves from year to year'),
    born: z.tuple([year, year]).optional().describe('years of birth that the row is for'),
    values: points.describe('rates by year: linear between, constant after the last; not known before the first'),
  })
  .refine((row) => row.to === undefined || row.until === undefined, 'at most one of to, until');

export const scheduleSchema = z
  .strictObject({
    id,
    label: text,
    definition: text.optional(),
    unit: id.describe('what a rate is in; per-cent and per-mille are shares of the persons'),
    covers: z.enum(['all', 'city']).default('all').describe('`city`: for the city as a whole, not for a county alone'),
    rows: z.array(scheduleRow).min(1),
  })
  .describe('rates by age, and sex, area or year of birth where they differ');

export const registeredSchema = z.strictObject({
  note: text,
  indicator: id.describe('published registered totals: of the city by year, of each county in the base year'),
  sexRatio: z.strictObject({ indicator: id, at: year }).describe('men per 100 women that the base is raked to'),
  ages: z
    .array(z.strictObject({ indicator: id, at: year, from: age, to: age }))
    .min(1)
    .describe('published persons by age, city, that the base has to arrive at by that year'),
  away: z.strictObject({ schedule: id }).describe('weights by age and sex of those registered here who live elsewhere'),
  floating: z.strictObject({ schedule: id }).describe('weights by age and sex of residents registered elsewhere'),
  relativeFertility: z
    .strictObject({ value: z.number().positive(), source })
    .describe('births to registered women over what the rates of resident women give'),
  transfers: points.describe('net hukou transfers into the city, persons a year, where no total is published'),
});

export const baselineSchema = z.strictObject({
  date: date.describe('census moment'),
  takenAs: date.describe('date the projection takes it for'),
  note: text,
  files: z.array(
    z.strictObject({
      year: year.optional().describe('rows of this year only'),
      file: z.enum(['age-sex.csv', 'reference-ages.csv', 'mortality.csv', 'fertility.csv', 'area-variables.csv']),
      source,
      status: z.enum(['observed', 'estimated', 'assumed']),
      note: z.string().optional(),
    }),
  ),
  parameters: z.strictObject({
    ageZeroCoverage: z
      .strictObject({ value: z.number().positive(), source })
      .describe('census persons aged 0 per birth of the twelve months before'),
    lifeExpectancy: z
      .array(z.strictObject({ at: year, value: z.number().positive(), source }))
      .min(1)
      .describe('both sexes, city, by census year; decides the level of mortality'),
    lifeExpectancySexGap: z.strictObject({ value: z.number(), source }).describe('female less male, years'),
    migrantsOfProvince: z
      .strictObject({ value: z.number().min(0).max(1), source })
      .optional()
      .describe('share of residents registered in another county of the province, for counties whose table lacks it'),
    migrantsFromOutside: z
      .strictObject({ value: z.number().min(0).max(1), source })
      .optional()
      .describe('the same of those registered in another province'),
    migrantStay: z
      .strictObject({ value: z.number().min(0.5), source })
      .describe('years that people whose registration is in another county stay, on average'),
    migrantsFromSameCity: z
      .strictObject({ value: z.number().min(0).max(1), source })
      .describe("share of in-migrants from the same province who come from the city's other counties"),
    urbanGrowthNorm: z
      .strictObject({ intercept: z.number(), slope: z.number(), years: z.number().int().positive(), source })
      .optional()
      .describe('growth difference of urban to rural that the UN method ends in after so many years, by urban share'),
  }),
});

const share = z.number().min(0).max(1);
const spread = z.number().min(0);

const bounds = z
  .strictObject({ low95: z.number(), low80: z.number(), median: z.number(), high80: z.number(), high95: z.number() })
  .refine(
    ({ low95, low80, median, high80, high95 }) =>
      low95 <= low80 && low80 <= median && median <= high80 && high80 <= high95,
    'low95 <= low80 <= median <= high80 <= high95',
  )
  .describe('bounds of the 80 and 95 per cent intervals');

export const uncertaintySchema = z.strictObject({
  note: text,
  national: z
    .array(
      z.strictObject({
        at: year,
        fertility: bounds.refine(({ low95 }) => low95 > 0, 'above 0'),
        lifeExpectancy: bounds,
        source,
      }),
    )
    .min(1)
    .refine((years) => years.every(({ at }, index) => index === 0 || at > years[index - 1]!.at), 'years ascend')
    .describe(
      "how far the nation's course may lie from its median, in years ascending; linear in between, held beyond",
    ),
  fertility: z.strictObject({
    persistence: z
      .strictObject({ value: share, source })
      .describe("correlation of the nation's place in its interval from one year to the next"),
    local: z
      .strictObject({ persistence: share, deviation: spread, source })
      .describe(
        'AR(1) factor around 1, of the city over the nation and of a county over the city; deviation of a year',
      ),
  }),
  lifeExpectancy: z.strictObject({
    persistence: z.strictObject({ value: share, source }).describe('as of fertility'),
    local: z
      .strictObject({ persistence: share, variance: spread, slope: z.number().max(0), from: z.number(), source })
      .describe(
        "AR(1) years, of the city beside the nation and of a county beside the city; variance of a year = variance + slope x (the nation's life expectancy - from) below from, variance above",
      ),
  }),
  netMigration: z
    .strictObject({ persistence: share, deviation: spread, source })
    .describe('AR(1) error of the net migration of the city, lasting deviation, per 1000 residents of the base'),
  migrationIntensity: z
    .strictObject({ persistence: share, common: spread, local: spread, source })
    .describe('AR(1) logarithm of the strength of standing flows, lasting deviations: of all counties and of each'),
  publishedTotals: z
    .strictObject({ city: spread, counties: spread, source })
    .describe('error of published totals between censuses: deviation added each year, per cent'),
  basePopulation: z
    .strictObject({
      city: z.strictObject({ deviation: spread, source }),
      groups: z.array(
        z.strictObject({
          from: z.number().int().min(0).max(100),
          to: z.number().int().min(0).max(100),
          deviation: spread,
          source,
        }),
      ),
    })
    .describe('error of the census: of the city as a whole, and of ages from..to of each county; per cent'),
});

export type PackFile = z.infer<typeof packSchema>;
export type DocumentFile = z.infer<typeof documentSchema>;
export type Unit = z.infer<typeof unitsSchema>[number];
export type Department = z.infer<typeof departmentsSchema>[number];
export type SourceEntry = z.infer<typeof sourcesSchema>[number];
export type Indicator = z.infer<typeof indicatorSchema>;
export type DatedValue = Indicator['values'][number];
export type WarningRule = z.infer<typeof warningsSchema>[number];
export type WarningLevel = WarningRule['levels'][number];
export type Comparison = WarningLevel['when'];
export type CarriedOut = z.infer<typeof coverageSchema>[number];
export type Statement = z.infer<typeof statementsSchema>[number];
export type Expression = ExpressionInput;
export type Scenario = z.infer<typeof scenarioSchema>;
export type AssumptionPath = Scenario['fertility'];
export type Schedule = z.infer<typeof scheduleSchema>;
export type ScheduleRow = Schedule['rows'][number];
export type RegisteredFile = z.infer<typeof registeredSchema>;
export type BaselineFile = z.infer<typeof baselineSchema>;
export type UncertaintyFile = z.infer<typeof uncertaintySchema>;
