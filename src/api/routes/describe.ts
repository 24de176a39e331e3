import type { RouteConfig } from '@hono/zod-openapi';
import { createRoute } from '@hono/zod-openapi';
import type { ZodType } from 'zod';
import { ErrorSchema } from '../schemas.ts';

/** A refusal of a route's documentation. */
export const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ErrorSchema } },
});

/** An answer of a route's documentation. */
export const answer = <R extends ZodType>(summary: string, schema: R) => ({
  description: summary,
  content: { 'application/json': { schema } },
});

/** A GET route with its documentation. */
export const describeGet = <
  const P extends string,
  R extends ZodType,
  const Q extends NonNullable<RouteConfig['request']> = object,
>(
  path: P,
  summary: string,
  response: R,
  request?: Q,
) =>
  createRoute({
    method: 'get',
    path,
    summary,
    request: (request ?? {}) as Q,
    responses: {
      200: answer(summary, response),
      404: failure('what was asked for does not exist'),
      422: failure('a parameter is not acceptable'),
    },
  });

/** A POST route with a JSON body and its documentation. */
export const describePost = <const P extends string, B extends ZodType, R extends ZodType>(
  path: P,
  summary: string,
  body: B,
  response: R,
) =>
  createRoute({
    method: 'post',
    path,
    summary,
    request: { body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: {
      200: answer(summary, response),
      400: failure('the body is not JSON'),
      404: failure('what was asked for does not exist'),
      413: failure('the body is too large'),
      422: failure('a field is not acceptable'),
    },
  });
