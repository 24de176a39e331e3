import { OpenAPIHono, z } from '@hono/zod-openapi';
import { fingerprint, isMissing } from '#base';
import type { PackStore } from '#files';
import { figureBook } from '#indicators';
import type { Changes } from '#projection';
import { runScenario } from '#projection';
import { choices } from '../choices.ts';
import { FigureSchema, ProblemSchema, ProjectionRequestSchema } from '../schemas.ts';
import { describeGet, describePost } from './describe.ts';

/** Scenarios, and projections with a caller's own changes. */
export function projectionRoutes(store: PackStore): OpenAPIHono {
  const routes = new OpenAPIHono();
  routes.openapi(
    describeGet(
      '/scenarios',
      'Scenarios of the pack with their assumptions',
      z.array(z.looseObject({ id: z.string() })),
    ),
    (context) => context.json(store.pack.scenarios as never, 200),
  );
  const response = z
    .object({
      scenario: z.string(),
      fingerprint: z
        .string()
        .openapi({ description: 'of pack, scenario and changes: the same inputs give the same bytes' }),
      used: z.array(z.object({ year: z.number(), netMigration: z.number(), closed: z.boolean() }).loose()),
      figures: z.array(FigureSchema),
      problems: z.array(ProblemSchema),
    })
    .openapi('Projection');
  routes.openapi(
    describePost(
      '/projections',
      'Projects the city by a scenario and your changes to it',
      ProjectionRequestSchema,
      response,
    ),
    (context) => {
      const asked = context.req.valid('json');
      const choose = choices(store);
      const scenario = choose.scenario(asked.scenario);
      const indicators = asked.indicators.map((id) => choose.indicator(id).id);
      const areas = (asked.areas ?? [store.pack.info.city]).map((code) => choose.area(code));
      const until = asked.until === undefined ? store.pack.info.years.horizon : choose.year(asked.until, 'until');
      const changes = asked.changes as Changes;
      const projection = runScenario(store.book.baseline, scenario, { until, changes });
      const book = figureBook(store.book.baseline, new Map([[scenario.id, projection]]));
      const figures = indicators.flatMap((id) =>
        areas.flatMap((area) =>
          projection.years
            .map((year) => book.projected(id, area, year, scenario.id))
            .filter((figure) => !isMissing(figure.value)),
        ),
      );
      return context.json(
        {
          scenario: scenario.id,
          fingerprint: fingerprint(JSON.stringify([store.pack.fingerprint, scenario.id, changes, until])),
          used: [...projection.used].map(([year, used]) => ({ year, ...used })),
          figures,
          problems: projection.problems,
        } as never,
        200,
      );
    },
  );
  return routes;
}
