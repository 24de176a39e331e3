import { serveStatic } from '@hono/node-server/serve-static';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { PackStore } from '#files';
import { productVersion } from '#files';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { apiGuide } from './guide.ts';
import { problemResponse, RequestError, requestProblem } from './problem-response.ts';
import { figureRoutes } from './routes/figures.ts';
import { findingRoutes } from './routes/findings.ts';
import { outlookRoutes } from './routes/outlook.ts';
import { packRoutes } from './routes/pack.ts';
import { projectionRoutes } from './routes/projections.ts';

/** Largest request body, bytes. */
const BODY_LIMIT = 64 * 1024;

export interface AppOptions {
  /** Folder of the built web app; without it only the API answers. */
  readonly web?: string | undefined;
  /** Told of failures (bugs); nothing of them goes to the caller. */
  readonly onFailure?: (error: Error) => void;
}

/** The server as a fetch handler: `/api` and, where built, the web app. */
export function createApp(store: PackStore, options: AppOptions = {}): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const problems = result.error.issues.flatMap((issue) => {
        const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
        return paths.map((path) => {
          const name = path.join('.') || result.target;
          return requestProblem('request.invalid', name, { name, reason: issue.message });
        });
      });
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
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: BODY_LIMIT,
      onError: (context) =>
        problemResponse(context, 413, 'The request is too large', [
          requestProblem('request.too-large', 'body', { limit: BODY_LIMIT }),
        ]),
    }),
  );
  app.use('/api/*', async (context, next) => {
    const type = context.req.header('content-type') ?? '';
    if (context.req.method !== 'POST' || /^application\/(\w+\+)?json\b/.test(type)) return next();
    const problem = requestProblem(
      'request.invalid',
      'content-type',
      { name: 'content-type', reason: type === '' ? 'none' : type },
      'application/json',
    );
    return problemResponse(context, 415, 'The body must be JSON', [problem]);
  });
  app.route('/api', packRoutes(store));
  app.route('/api', figureRoutes(store));
  app.route('/api', projectionRoutes(store));
  app.route('/api', findingRoutes(store));
  app.route('/api', outlookRoutes(store));
  const openapi = () =>
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
    options.onFailure?.(error);
    return problemResponse(context, 500, 'The server failed', []);
  });
  return app;
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
