import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { PackStore } from '#files';
import { checkStatements, targetStatuses } from '#monitoring';
import { evaluateWarnings } from '#warning';
import { choices } from '../choices.ts';
import { FigureSchema } from '../schemas.ts';
import { describeGet } from './describe.ts';

/** What the software finds: warnings, lights of the targets, contradictions. */
export function findingRoutes(store: PackStore): OpenAPIHono {
  const routes = new OpenAPIHono();
  const scenario = z.object({
    scenario: z.string().optional().openapi({ description: "the pack's own choice when left out" }),
  });
  const warning = z
    .object({
      rule: z.looseObject({ id: z.string() }),
      area: z.string(),
      figure: FigureSchema,
      compared: z.number(),
      since: z.number(),
    })
    .loose();
  routes.openapi(
    describeGet('/warnings', 'Graded warnings by area: observed, and expected under a scenario', z.array(warning), {
      query: scenario.extend({
        area: z.string().optional(),
        grade: z.enum(['blue', 'yellow', 'orange', 'red']).optional(),
      }),
    }),
    (context) => {
      const asked = context.req.valid('query');
      const choose = choices(store);
      const area = asked.area === undefined ? undefined : choose.area(asked.area);
      const warnings = evaluateWarnings(store.book, choose.scenario(asked.scenario).id);
      const kept = warnings.filter(
        (entry) =>
          (area === undefined || entry.area === area) &&
          (asked.grade === undefined || entry.level.level === asked.grade),
      );
      return context.json(kept as never, 200);
    },
  );
  routes.openapi(
    describeGet(
      '/targets',
      'Where each target of the plan stands, and where a scenario takes it',
      z.array(z.looseObject({ light: z.string() })),
      { query: scenario },
    ),
    (context) =>
      context.json(
        targetStatuses(store.book, choices(store).scenario(context.req.valid('query').scenario).id) as never,
        200,
      ),
  );
  routes.openapi(
    describeGet(
      '/statements',
      'Known contradictions of the plan, worked out',
      z.array(z.looseObject({ verdict: z.string() })),
    ),
    (context) => context.json(checkStatements(store.book) as never, 200),
  );
  return routes;
}
