import { OpenAPIHono, z } from '@hono/zod-openapi';
import { scopeOf } from '../access.ts';
import type { TrailAnswer } from '../answers.ts';
import { maskAction } from '../mask-action.ts';
import type { Services } from '../services.ts';
import { shape } from '../shape-problems.ts';
import { describeGet } from './describe.ts';

const trail = z
  .object({
    total: z.number(),
    accounts: z.array(z.string()),
    actions: z.array(
      z.object({
        id: z.number(),
        at: z.string(),
        by: z.string(),
        kind: z.string(),
        subject: z.string(),
        area: z.string().nullable(),
        reason: z.string(),
      }),
    ),
  })
  .openapi('Trail');

/** The audit trail: what people did, in the areas of the account. Looking at it is recorded too. */
export function actionRoutes({ ledger }: Services): OpenAPIHono {
  const routes = new OpenAPIHono();
  const instant = z.iso.datetime({ error: shape('shape.not-instant') });
  const query = z.object({
    kind: z
      .string()
      .regex(/^[a-z-]+\.[a-z-]+$/, shape('shape.not-kind'))
      .optional()
      .openapi({ example: 'person.seen' }),
    by: z.string().max(80).optional().openapi({ description: 'account' }),
    from: instant.optional().openapi({ example: '2025-01-01T00:00:00Z' }),
    until: instant.optional().openapi({ description: 'before this instant' }),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  });
  routes.openapi(
    describeGet('/actions', 'What people did, the newest first; recorded', trail, { query }),
    async (context) => {
      const { offset, limit, ...filter } = context.req.valid('query');
      const scope = scopeOf(context);
      const { total, accounts, actions } = await ledger.use(async (open) => {
        const body = { ...filter, offset, limit };
        await open.record({ by: scope.account, kind: 'trail.seen', subject: 'trail', body, reason: '' }, scope);
        return open.trail(filter, { offset, limit }, scope);
      });
      const answer: TrailAnswer = { total, accounts, actions: actions.map(maskAction) };
      return context.json(answer as never, 200);
    },
  );
  return routes;
}
