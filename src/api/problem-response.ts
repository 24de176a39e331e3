import type { Problem } from '#base';
import { describeProblem } from '#base';
import type { Context } from 'hono';

/** An error as RFC 9457 `application/problem+json`; `errors` names each field at fault. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly errors: readonly { code: string; name: string; zh: string; en: string; fix?: string }[];
}

/** Answers a request with Problems of the caller's making. */
export function problemResponse(
  context: Context,
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503,
  title: string,
  problems: readonly Problem[],
): Response {
  const body: ProblemBody = {
    type: `/api#${problems[0]?.code ?? 'failure'}`,
    title,
    status,
    detail: problems.map((problem) => describeProblem(problem, 'en')).join('; '),
    instance: new URL(context.req.url).pathname,
    errors: problems.map((problem) => ({
      code: problem.code,
      name: problem.where.path ?? '',
      zh: describeProblem(problem, 'zh'),
      en: describeProblem(problem, 'en'),
      ...(problem.fix === undefined ? {} : { fix: problem.fix }),
    })),
  };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
}

/** A Problem of one request field. */
export const requestProblem = (
  code: Problem['code'],
  name: string,
  params: Problem['params'],
  fix?: string,
): Problem => ({
  code,
  severity: 'error',
  where: { path: name },
  params,
  ...(fix === undefined ? {} : { fix }),
});

type RefusedStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503;

/** Thrown inside a handler to answer with Problems; only the app's error handler catches it. */
export class RequestError extends Error {
  readonly status: RefusedStatus;
  readonly problems: readonly Problem[];

  constructor(status: RefusedStatus, problems: readonly Problem[]) {
    super(problems[0]?.code ?? 'request');
    this.status = status;
    this.problems = problems;
  }
}
