import { serveStatic } from '@hono/node-server/serve-static';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { PackStore } from '#files';
import { LockedError, home, productVersion } from '#files';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { ACCESS, SESSION_COOKIE, guard, ownOrigin } from './access.ts';
import { apiGuide } from './guide.ts';
import { problemResponse, RequestError, requestProblem } from './problem-response.ts';
import { actionRoutes } from './routes/actions.ts';
import { datasetRoutes } from './routes/datasets.ts';
import { failure } from './routes/describe.ts';
import { figureRoutes } from './routes/figures.ts';
import { fileRoutes } from './routes/files.ts';
import { findingRoutes } from './routes/findings.ts';
import { outlookRoutes } from './routes/outlook.ts';
import { packRoutes } from './routes/pack.ts';
import { projectionRoutes } from './routes/projections.ts';
import { registerStatisticsRoutes } from './routes/register-statistics.ts';
import { registerRoutes } from './routes/register.ts';
import { checkRoutes } from './routes/checks.ts';
import { reviewRoutes } from './routes/review.ts';
import { sessionRoutes } from './routes/session.ts';
import type { Services } from './services.ts';
import { openServices } from './services.ts';
import { shapeProblems } from './shape-problems.ts';

/** Largest request body, bytes. */
const BODY_LIMIT = 64 * 1024;

export interface AppOptions {
  /** Folder of the built web app; without it only the API answers. */
  readonly web?: string | undefined;
  /** Told of failures (bugs); nothing of them goes to the caller. */
  readonly onFailure?: (error: Error) => void;
  /** The data of a home; of the product's own when left out. */
  readonly services?: Services;
}

/** The one address that takes a file: of any size up to its own limit, and no JSON. */
const isUpload = (path: string): boolean => /^\/api\/datasets\/[^/]+\/files$/.test(path);

/** The server as a fetch handler: `/api` and, where built, the web app. */
export function createApp(store: PackStore, options: AppOptions = {}): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const { data } = result as { data?: unknown };
      const problems = shapeProblems(result.error.issues, data, result.target);
      return problemResponse(context, 422, 'The request is not acceptable', problems);
    },
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'self'"],
        baseUri: ["'self'"],
      },
      strictTransportSecurity: false,
    }),
  );
  app.use(compress());
  const services = options.services ?? openServices(home(), options.onFailure);
  app.use('/api/*', ownOrigin);
  app.use('/api/*', guard(services.ledger));
  const limit = bodyLimit({
    maxSize: BODY_LIMIT,
    onError: (context) =>
      problemResponse(context, 413, 'The request is too large', [
        requestProblem('request.too-large', 'body', { limit: BODY_LIMIT }),
      ]),
  });
  app.use('/api/*', (context, next) => (isUpload(context.req.path) ? next() : limit(context, next)));
  app.use('/api/*', async (context, next) => {
    const type = context.req.header('content-type') ?? '';
    if (context.req.method !== 'POST') return next();
    const wanted = isUpload(context.req.path) ? 'application/octet-stream' : 'application/json';
    const isWanted = isUpload(context.req.path) ? /^application\/octet-stream\b/ : /^application\/(\w+\+)?json\b/;
    if (isWanted.test(type)) return next();
    const problem = requestProblem('request.content-type', 'content-type', { wanted, type: type || '-' }, wanted);
    return problemResponse(context, 415, 'The body is of another type', [problem]);
  });
  app.route('/api', packRoutes(store));
  app.route('/api', figureRoutes(store));
  app.route('/api', projectionRoutes(store));
  app.route('/api', findingRoutes(store));
  app.route('/api', outlookRoutes(store));
  app.route('/api', sessionRoutes(services));
  app.route('/api', datasetRoutes(store, services));
  app.route('/api', fileRoutes(store, services));
  app.route('/api', registerRoutes(store, services));
  app.route('/api', registerStatisticsRoutes(store, services));
  app.route('/api', reviewRoutes(store, services));
  app.route('/api', checkRoutes(services));
  app.route('/api', actionRoutes(services));
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
  });
  const openapi = () => withAccess(plain());
  const plain = () =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Population Plus API',
        version: productVersion,
        description:
          'Figures, projections, warnings and the monitoring of a population development plan. Every number carries unit, basis, status and source.',
        license: { name: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
    });
  app.get('/api/openapi.json', (context) => context.json(openapi()));
  app.get('/api', (context) => context.html(apiGuide(openapi())));
  app.all('/api/*', (context) => {
    const known = app.routes.some((route) => route.path === context.req.path && route.method !== 'ALL');
    const problem = known
      ? requestProblem('request.method', 'method', { path: context.req.path, method: context.req.method })
      : requestProblem('request.not-found', 'path', { path: context.req.path }, '/api/openapi.json');
    return problemResponse(context, known ? 405 : 404, known ? 'Method not allowed' : 'Not found', [problem]);
  });
  if (options.web !== undefined) serveWeb(app, options.web);
  app.onError((error, context) => {
    if (error instanceof RequestError)
      return problemResponse(context, error.status, 'The request is not acceptable', error.problems);
    if (error instanceof SyntaxError || /malformed json/i.test(error.message))
      return problemResponse(context, 400, 'The body is not JSON', [requestProblem('request.not-json', 'body', {})]);
    if (error instanceof LockedError)
      return problemResponse(context, 503, 'The ledger is in use', [
        requestProblem('ledger.busy', 'ledger', { holder: error.holder }),
      ]);
    options.onFailure?.(error);
    return problemResponse(context, 500, 'The server failed', []);
  });
  return app;
}

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** Says of each guarded route which role it needs, and that it refuses others. */
function withAccess(document: Document): Document {
  for (const [path, operations] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(operations as Record<string, Record<string, object>>)) {
      const access = ACCESS[`${method.toUpperCase()} ${path}`];
      if (access === 'public') continue;
      operation['security'] = [{ session: [access?.role ?? 'nobody'] }];
      Object.assign(operation['responses'] ?? {}, {
        401: failure('signing in is needed'),
        403: failure('the account may not do this'),
      });
    }
  return document;
}

/** Static files of the web app; any other path is a page of it. */
function serveWeb(app: OpenAPIHono, folder: string): void {
  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
  });
  app.get('*', serveStatic({ root: folder }));
  app.get('/assets/*', (context) => context.notFound());
  app.get('*', serveStatic({ root: folder, path: 'index.html' }));
}
