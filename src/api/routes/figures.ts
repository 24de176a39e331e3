import { OpenAPIHono, z } from '@hono/zod-openapi';
import { AGES, ageCounts } from '#base';
import type { PackStore } from '#files';
import { indicesOf } from '#projection';
import { choices } from '../choices.ts';
import { RequestError, requestProblem } from '../problem-response.ts';
import { FigureSchema } from '../schemas.ts';
import { describeGet } from './describe.ts';

const year = z.coerce.number().int();

/** Indicators, their figures, and population by age and sex. */
export function figureRoutes(store: PackStore): OpenAPIHono {
  const routes = new OpenAPIHono();
  routes.openapi(
    describeGet(
      '/indicators',
      'Every indicator of the pack with its dated values',
      z.array(z.looseObject({ id: z.string() })),
    ),
    (context) => context.json(store.pack.indicators as never, 200),
  );
  routes.openapi(
    describeGet('/indicators/{id}', 'One indicator', z.looseObject({ id: z.string() }), {
      params: z.object({ id: z.string() }),
    }),
    (context) => context.json(choices(store).indicator(context.req.valid('param').id) as never, 200),
  );
  const query = z.object({
    indicator: z.string().openapi({ example: 'share-65-plus' }),
    area: z.string().optional().openapi({ description: 'area code; the city when left out', example: '510500' }),
    scenario: z.string().optional().openapi({ description: 'adds projected years of this scenario' }),
    from: year.optional(),
    to: year.optional(),
  });
  routes.openapi(
    describeGet('/figures', 'Figures of an indicator and area over the years', z.array(FigureSchema), { query }),
    (context) => {
      const asked = context.req.valid('query');
      const choose = choices(store);
      const { id } = choose.indicator(asked.indicator);
      const area = choose.area(asked.area);
      if (asked.from !== undefined) choose.year(asked.from, 'from');
      if (asked.to !== undefined) choose.year(asked.to, 'to');
      const actual = store.book.actualSeries(id, area);
      const projected =
        asked.scenario === undefined ? [] : store.book.projectedSeries(id, area, choose.scenario(asked.scenario).id);
      const figures = [...actual, ...projected.filter((figure) => figure.scenario !== undefined)];
      const within = figures.filter(
        (figure) => figure.year >= (asked.from ?? 0) && figure.year <= (asked.to ?? Infinity),
      );
      return context.json(within as never, 200);
    },
  );
  const population = z
    .object({
      area: z.string(),
      year: z.number(),
      scenario: z.string().optional(),
      status: z.string(),
      basis: z.string(),
      ages: z.array(z.number()),
      female: z.array(z.number()),
      male: z.array(z.number()),
    })
    .openapi('PopulationByAge');
  const populationQuery = z.object({ area: z.string().optional(), year, scenario: z.string().optional() });
  routes.openapi(
    describeGet('/population', 'Residents by sex and single age (100 is 100 and over), persons', population, {
      query: populationQuery,
    }),
    (context) => {
      const asked = context.req.valid('query');
      const choose = choices(store);
      const { baseline, projections } = store.book;
      const area = choose.area(asked.area);
      if (area === store.pack.info.province)
        throw new RequestError(404, [requestProblem('request.area-unknown', 'area', { id: area })]);
      choose.year(asked.year);
      const scenario = choose.scenario(asked.scenario).id;
      const census = baseline.censuses.get(asked.year)?.counts;
      const path = projections.get(scenario)!;
      const counts = census ?? path.populations[path.years.indexOf(asked.year)];
      if (counts === undefined)
        throw new RequestError(404, [requestProblem('request.no-counts', 'year', { year: asked.year })]);
      const indices = indicesOf(baseline, area);
      return context.json(
        {
          area,
          year: asked.year,
          ...(census === undefined ? { scenario } : {}),
          status: census === undefined ? 'projected' : 'observed',
          basis: 'resident',
          ages: Array.from({ length: AGES }, (_, age) => age),
          female: [...ageCounts(counts, 'female', indices)],
          male: [...ageCounts(counts, 'male', indices)],
        },
        200,
      );
    },
  );
  return routes;
}
