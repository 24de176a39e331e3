import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi';
import { nearest } from '#base';
import type { QuarantinedRow } from '#datasets';
import { describeReason, readBatches, readQuarantine } from '#datasets';
import type { PackStore } from '#files';
import type { Dataset } from '#plan';
import { scopeOf } from '../access.ts';
import type { CorrectionAnswer, FeedDetailAnswer, QuarantineAnswer } from '../answers.ts';
import { choices } from '../choices.ts';
import { feedStanding, judgedOn } from '../feed-standing.ts';
import { maskRow } from '../mask-row.ts';
import { RequestError, requestProblem } from '../problem-response.ts';
import type { Corrected } from '../register-task.ts';
import type { Services } from '../services.ts';
import { shape } from '../shape-problems.ts';
import { answer, describeGet, failure } from './describe.ts';

const feed = z
  .looseObject({
    id: z.string(),
    batches: z.number(),
    read: z.number(),
    accepted: z.number(),
    quarantined: z.number(),
    mended: z.number(),
    knownUntil: z.string().nullable(),
    landed: z.string().nullable(),
    freshness: z.enum(['fresh', 'late', 'never']),
    dueOn: z.string().nullable(),
    judgedOn: z.string(),
    simulated: z.boolean(),
  })
  .openapi('Feed');

const reasons = z.array(z.object({ field: z.string().nullable(), zh: z.string(), en: z.string() }));
const id = z.object({ id: z.string().openapi({ example: 'household-registration' }) });

/** Departments' feeds: how they stand, and rows that wait for correction. */
export function datasetRoutes(store: PackStore, services: Services): OpenAPIHono {
  const { home, ledger } = services;
  const routes = new OpenAPIHono();
  const choose = (wanted: string): Dataset => choices(store).dataset(wanted);
  routes.openapi(
    describeGet('/datasets', 'Every contract of the pack: batches, rows, freshness', z.array(feed)),
    (context) => {
      const batches = readBatches(home);
      const day = judgedOn(batches);
      return context.json(
        store.pack.datasets.map((dataset) =>
          feedStanding(
            dataset,
            batches.filter((batch) => batch.dataset === dataset.id),
            day,
          ),
        ) as never,
        200,
      );
    },
  );
  routes.openapi(
    describeGet(
      '/datasets/{id}',
      'One feed with its batches, oldest first, and the quality of each field',
      feed.extend({ deliveries: z.array(z.looseObject({ id: z.string() })) }),
      { params: id },
    ),
    (context) => {
      const dataset = choose(context.req.valid('param').id);
      const all = readBatches(home);
      const batches = all.filter((batch) => batch.dataset === dataset.id);
      return context.json(
        {
          ...feedStanding(dataset, batches, judgedOn(all)),
          deliveries: batches.map((batch) => {
            const { dataset: _, scale: __, corrects = null, ...delivery } = batch;
            return { ...delivery, corrects };
          }),
        } satisfies FeedDetailAnswer as never,
        200,
      );
    },
  );
  routes.openapi(
    describeGet(
      '/datasets/{id}/quarantine',
      'Rows that wait for correction; numbers, names, telephones and addresses are masked',
      z.object({
        total: z.number(),
        rows: z.array(
          z.object({
            batch: z.string(),
            line: z.number(),
            reasons,
            values: z.record(z.string(), z.string().nullable()),
          }),
        ),
      }),
      {
        params: id,
        query: z.object({
          offset: z.coerce.number().int().min(0).default(0),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
      },
    ),
    async (context) => {
      const dataset = choose(context.req.valid('param').id);
      const { offset, limit } = context.req.valid('query');
      const rows = readQuarantine(home, dataset.id);
      const scope = scopeOf(context);
      await ledger.use((open) =>
        open.record(
          { by: scope.account, kind: 'quarantine.seen', subject: dataset.id, body: { offset, limit }, reason: '' },
          scope,
        ),
      );
      const shown = rows.slice(offset, offset + limit).map((row) => ({
        batch: row.batch,
        line: row.line,
        reasons: reasonsOf(dataset, row.reasons),
        values: maskRow(dataset, row),
      }));
      return context.json({ total: rows.length, rows: shown } satisfies QuarantineAnswer as never, 200);
    },
  );
  const changes = z.strictObject({
    changes: z
      .record(z.string().max(200), z.string().max(2000))
      .refine((all) => Object.keys(all).length > 0, shape('shape.no-change')),
    reason: z.string().trim().min(1).max(500),
  });
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/datasets/{id}/quarantine/{batch}/{line}',
      summary: "Enters a row again with some of the department's columns changed",
      request: {
        params: id.extend({ batch: z.string(), line: z.coerce.number().int().min(1) }),
        body: { required: true, content: { 'application/json': { schema: changes } } },
      },
      responses: {
        200: answer('whether it was accepted', z.object({ accepted: z.boolean(), reasons })),
        404: failure('there is no such row in quarantine'),
        422: failure('a column or value is not acceptable'),
      },
    }),
    async (context) => {
      const { id: name, batch, line } = context.req.valid('param');
      const asked = context.req.valid('json');
      const dataset = choose(name);
      const columns = dataset.fields.map(({ column }) => column);
      const unknown = Object.keys(asked.changes).filter((column) => !columns.includes(column));
      if (unknown.length > 0)
        throw new RequestError(
          422,
          unknown.map((column) =>
            requestProblem('dataset.column-unknown', `changes.${column}`, { column }, nearest(column, columns)),
          ),
        );
      const row = readQuarantine(home, dataset.id).find((each) => each.batch === batch && each.line === line);
      if (row === undefined) throw new RequestError(404, [requestProblem('request.row-unknown', 'line', { line })]);
      const scope = scopeOf(context);
      const subject = `${dataset.id}/${batch}/${line}`;
      const body = { columns: Object.keys(asked.changes) };
      await ledger.use((open) =>
        open.record({ by: scope.account, kind: 'row.corrected', subject, body, reason: asked.reason }, scope),
      );
      const input = {
        task: 'correct',
        home,
        pack: store.pack,
        dataset: dataset.id,
        row,
        changes: asked.changes,
      } as const;
      const { accepted, reasons: still } = await services.takeIn<Corrected>(input);
      return context.json({ accepted, reasons: reasonsOf(dataset, still) } satisfies CorrectionAnswer as never, 200);
    },
  );
  return routes;
}

const reasonsOf = (dataset: Dataset, all: QuarantinedRow['reasons']) =>
  all.map((reason) => {
    const field = reason.split(':')[0]!;
    return {
      field: field === 'row' ? null : (dataset.fields.find((each) => each.id === field)?.column ?? null),
      zh: describeReason(dataset, reason, 'zh'),
      en: describeReason(dataset, reason, 'en'),
    };
  });
