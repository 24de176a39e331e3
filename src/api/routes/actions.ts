import { OpenAPIHono, z } from '@hono/zod-openapi';
import { scopeOf } from '../access.ts';
import type { ActionAnswer } from '../answers.ts';
import type { Services } from '../services.ts';
import { describeGet } from './describe.ts';

const action = z
  .object({
    id: z.number(),
    at: z.string(),
    by: z.string(),
    kind: z.string(),
    subject: z.string(),
    reason: z.string(),
  })
  .openapi('Action');

/** The audit trail: what people did, in the areas of the account. */
export function actionRoutes({ ledger }: Services): OpenAPIHono {
  const routes = new OpenAPIHono();
  const query = z.object({
    kind: z
      .string()
      .regex(/^[a-z-]+\.[a-z-]+$/)
      .optional()
      .openapi({ example: 'person.seen' }),
    after: z.coerce.number().int().min(0).default(0).openapi({ description: 'id of the last action seen' }),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  });
  routes.openapi(
    describeGet('/actions', 'What people did, in the order of recording', z.array(action), { query }),
    async (context) => {
      const { kind, after, limit } = context.req.valid('query');
      const filter = { after, limit, ...(kind === undefined ? {} : { kind }) };
      const actions = await ledger.use((open) => open.read(filter, scopeOf(context)));
      const shown = actions.map(({ id, at, by, kind: of, subject, reason }): ActionAnswer => ({
        id,
        at,
        by,
        kind: of,
        subject,
        reason,
      }));
      return context.json(shown, 200);
    },
  );
  return routes;
}
