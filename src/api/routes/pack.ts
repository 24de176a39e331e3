import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { PackStore } from '#files';
import { planAreas } from '#plan';
import { AreaSchema, ProblemSchema } from '../schemas.ts';
import { describeGet } from './describe.ts';

/** The plan pack itself: health, contents, Problems, map, sentences of the attached plan. */
export function packRoutes(store: PackStore): OpenAPIHono {
  const routes = new OpenAPIHono();
  const health = z.object({
    ok: z.boolean(),
    pack: z.string(),
    version: z.string(),
    fingerprint: z.string(),
    upToDate: z.boolean(),
    problems: z.number(),
  });
  routes.openapi(describeGet('/health', 'State of the server and of the pack it serves', health), (context) => {
    const { pack, problems, upToDate } = store;
    return context.json(
      {
        ok: true,
        pack: pack.info.id,
        version: pack.info.version,
        fingerprint: pack.fingerprint,
        upToDate,
        problems: problems.length,
      },
      200,
    );
  });
  routes.openapi(describeGet('/pack', 'The whole plan pack as data', z.looseObject({}).openapi('Pack')), (context) => {
    const tag = `"${store.pack.fingerprint}"`;
    context.header('etag', tag);
    context.header('cache-control', 'no-cache');
    if (context.req.header('if-none-match') === tag) return context.body(null, 304) as never;
    return context.json(store.pack as never, 200);
  });
  routes.openapi(
    describeGet('/pack/problems', "Problems of the pack's folder as it is now", z.array(ProblemSchema)),
    (context) => context.json(store.problems as never, 200),
  );
  routes.openapi(describeGet('/areas', 'The city and its counties', z.array(AreaSchema)), (context) =>
    context.json(planAreas(store.pack) as never, 200),
  );
  routes.openapi(
    describeGet('/map', 'Boundaries as GeoJSON (WGS-84)', z.looseObject({}).openapi('GeoJson')),
    (context) => context.body(store.map, 200, { 'content-type': 'application/geo+json' }) as never,
  );
  const attachment = z.object({
    found: z.array(z.object({ section: z.string(), words: z.string(), sentence: z.string() })),
    problems: z.array(ProblemSchema),
  });
  routes.openapi(
    describeGet('/attachment', "Sentences of the attached plan text that the pack's phrases were found in", attachment),
    (context) => context.json(store.attachment() as never, 200),
  );
  return routes;
}
