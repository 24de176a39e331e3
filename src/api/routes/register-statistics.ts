import { OpenAPIHono, z } from '@hono/zod-openapi';
import { AGES, FEMALE, MALE, HOUSEHOLD_TYPES, cell, isMissing } from '#base';
import type { Figure, HouseholdType } from '#base';
import type { PackStore } from '#files';
import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import { startAt } from '#projection';
import type { StartTables } from '#plan';
import type { Desk, HouseholdCount } from '#register';
import { registerHouseholds, registerStart } from '#register';
import type { HouseholdsAnswer, RegisterFiguresAnswer, RegisterMark, RegisterPopulationAnswer } from '../answers.ts';
import { choices } from '../choices.ts';
import { FigureSchema } from '../schemas.ts';
import type { Services } from '../services.ts';
import { describeGet } from './describe.ts';

const mark = z
  .object({ number: z.number().int(), known: z.string(), simulated: z.boolean(), scale: z.number() })
  .nullable()
  .openapi('RegisterMark');
const numbers = z.array(z.number());

/** Fewer than so many households of a township are withheld. */
const SMALLEST = 5;
const LARGEST_SIZE = 10;

/** Statistics of the register in force: population, figures beside the pack's own, households. Aggregates only; open to everybody. */
export function registerStatisticsRoutes(store: PackStore, services: Services): OpenAPIHono {
  const routes = new OpenAPIHono();
  const onRegister = registerBooks(store, services);

  const population = z.object({
    register: mark,
    areas: z.array(z.object({ basis: z.string(), area: z.string(), female: numbers, male: numbers })),
  });
  routes.openapi(
    describeGet(
      '/register/population',
      'Persons of the register by county, sex and single age, as counted, on both bases',
      population,
    ),
    async (context) => {
      const found = await onRegister();
      if (found === undefined) return context.json({ register: null, areas: [] }, 200);
      const { mark: register, start } = found;
      const areas = (['resident', 'registered'] as const).flatMap((basis) =>
        start.areas.map((area, index) => {
          const ages = (sex: number): number[] =>
            start[basis].slice(cell(index, sex, 0), cell(index, sex, AGES)).map((persons) => persons / start.scale);
          return { basis, area, female: ages(FEMALE), male: ages(MALE) };
        }),
      );
      const answer: RegisterPopulationAnswer = { register, areas };
      return context.json(answer as never, 200);
    },
  );

  const figures = z.object({
    register: mark,
    area: z.string(),
    year: z.number().int(),
    figures: z.array(z.object({ register: FigureSchema, other: FigureSchema })),
  });
  routes.openapi(
    describeGet(
      '/register/figures',
      'Each indicator on the register beside the same without it; times the scale of a sample',
      figures,
      { query: z.object({ area: z.string().optional(), year: z.coerce.number().int().optional() }) },
    ),
    async (context) => {
      const asked = context.req.valid('query');
      const choose = choices(store);
      const area = choose.area(asked.area);
      const { pack, book } = store;
      if (asked.year !== undefined) choose.year(asked.year);
      const found = await onRegister();
      const year = asked.year ?? found?.book.baseline.baseYear ?? book.baseline.baseYear;
      if (found === undefined) return context.json({ register: null, area, year, figures: [] }, 200);
      const scenario = pack.info.scenario;
      const rows = pack.indicators
        .filter(({ formula }) => formula !== undefined)
        .map(({ id }) => {
          const register = found.book.projected(id, area, year, scenario);
          return { register, other: otherFigure(book, { id, area, year, scenario }) };
        });
      const answer: RegisterFiguresAnswer = { register: found.mark, area, year, figures: rows };
      return context.json(answer as never, 200);
    },
  );

  const count = z.number().nullable();
  const households = z.object({
    register: mark,
    areas: z.array(
      z.object({
        area: z.string(),
        types: z.record(z.string(), z.number()),
        sizes: numbers,
        persons: z.number(),
        census: z
          .object({ year: z.number().int(), households: z.number(), onePerson: count, persons: count })
          .nullable(),
      }),
    ),
    townships: z.array(z.object({ county: z.string(), township: z.string(), emptyNest: count, elderAlone: count })),
  });
  routes.openapi(
    describeGet('/register/households', 'Living households by type and size, expected numbers as counted', households),
    async (context) => {
      const register = await services.ask((desk) => Promise.resolve(markOf(desk)));
      const counts = register && (await registerHouseholds(services.home));
      if (counts === undefined) return context.json({ register: null, areas: [], townships: [] }, 200);
      const { city } = store.pack.info;
      const answer: HouseholdsAnswer = {
        register: register!,
        areas: [...new Set(counts.map(({ county }) => county)), city].map((area) =>
          householdsOf(
            store.book,
            area,
            counts.filter(({ county }) => area === city || county === area),
          ),
        ),
        townships: townshipsOf(counts),
      };
      return context.json(answer as never, 200);
    },
  );
  return routes;
}

const markOf = ({ version, scale }: Desk): RegisterMark => ({
  number: version.version,
  known: version.known,
  simulated: version.simulated,
  scale,
});

interface OnRegister {
  readonly mark: RegisterMark;
  readonly start: StartTables;
  readonly book: FigureBook;
}

/** The register as a start, and the figures of the pack on it, made once for each version and state of the pack; undefined where there is no register. */
function registerBooks(store: PackStore, services: Services) {
  let made: (OnRegister & { readonly key: string }) | undefined;
  return async (): Promise<OnRegister | undefined> => {
    const version = await services.ask((desk) => Promise.resolve({ mark: markOf(desk), made: desk.version.made }));
    if (version === undefined) return undefined;
    const key = `${version.mark.number} ${version.made} ${store.pack.fingerprint}`;
    if (made?.key !== key) {
      const start = await registerStart(services.home, store.pack.info.city);
      made = start && { key, mark: version.mark, start, book: openBook(startAt(store.pack, start)) };
    }
    return made;
  };
}

/** What is known of the year without the register: counted or published, else projected, else the latest before it. */
function otherFigure(
  book: FigureBook,
  { id, area, year, scenario }: { id: string; area: string; year: number; scenario: string },
): Figure {
  const actual = book.actual(id, area, year);
  if (!isMissing(actual.value)) return actual;
  const projected = book.projected(id, area, year, scenario);
  if (!isMissing(projected.value)) return projected;
  return book.actualSeries(id, area).findLast((figure) => figure.year <= year) ?? projected;
}

const sum = (counts: readonly HouseholdCount[], value = (of: HouseholdCount): number => of.households): number =>
  counts.reduce((total, of) => total + value(of), 0);

const ofType = (counts: readonly HouseholdCount[], type: HouseholdType): number =>
  sum(counts.filter((of) => of.type === type));

function householdsOf(
  { baseline }: FigureBook,
  area: string,
  counts: readonly HouseholdCount[],
): HouseholdsAnswer['areas'][number] {
  const families = counts.filter(({ type }) => type !== 'collective');
  const year = baseline.baseYear;
  const variable = (name: string): number | null => {
    const value = baseline.variable(area, year, name);
    return isMissing(value) ? null : value;
  };
  const all = variable('households');
  return {
    area,
    types: Object.fromEntries(HOUSEHOLD_TYPES.map((type) => [type, ofType(counts, type)])) as Record<
      HouseholdType,
      number
    >,
    sizes: Array.from({ length: LARGEST_SIZE }, (_, index) =>
      sum(families.filter(({ size }) => Math.min(size, LARGEST_SIZE) === index + 1)),
    ),
    persons: sum(families, ({ size, households }) => size * households),
    census:
      all === null
        ? null
        : {
            year,
            households: all,
            onePerson: variable('one-person-households'),
            persons: variable('household-population'),
          },
  };
}

function townshipsOf(counts: readonly HouseholdCount[]): HouseholdsAnswer['townships'] {
  const places = new Map<string, HouseholdCount[]>();
  for (const of of counts) if (of.township !== null) places.set(of.township, [...(places.get(of.township) ?? []), of]);
  return [...places].map(([township, of]) => ({
    county: of[0]!.county,
    township,
    emptyNest: shown(of, 'empty-nest'),
    elderAlone: shown(of, 'elder-alone'),
  }));
}

/** An expected number of households as it may be published. */
function shown(counts: readonly HouseholdCount[], type: HouseholdType): number | null {
  const expected = Math.round(ofType(counts, type));
  return expected < SMALLEST ? null : expected;
}
