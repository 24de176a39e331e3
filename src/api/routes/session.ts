import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { ROLES, SESSION_HOURS } from '#ledger';
import type { Account } from '#ledger';
import { SESSION_COOKIE, signedIn } from '../access.ts';
import type { SessionAnswer } from '../answers.ts';
import { attempts } from '../attempts.ts';
import { RequestError, requestProblem } from '../problem-response.ts';
import type { Services } from '../services.ts';
import { answer, describeGet, describePost } from './describe.ts';

const session = z
  .object({
    account: z.object({ name: z.string(), role: z.enum(ROLES), areas: z.array(z.string()) }).nullable(),
  })
  .openapi('Session');

const signIn = z.strictObject({ name: z.string().min(1).max(80), password: z.string().min(1).max(200) });

/** Failures allowed in a quarter of an hour: of one name, and from one address, behind which there may be a whole office. */
const BY_NAME = 10;
const BY_ADDRESS = 60;
/** Passwords tried at a time, for each takes 32 MB. */
const AT_ONCE = 4;

/** Signing in and out. A session is a random token in a cookie that scripts cannot read and other sites cannot send. */
export function sessionRoutes({ ledger }: Services): OpenAPIHono {
  const routes = new OpenAPIHono();
  const byName = attempts(BY_NAME, 15);
  const byAddress = attempts(BY_ADDRESS, 15);
  let trying = 0;
  routes.openapi(describeGet('/session', 'Who is signed in; null where nobody is', session), async (context) =>
    context.json(sessionOf(await signedIn(context, ledger)), 200),
  );
  routes.openapi(describePost('/session', 'Signs in; the answer sets a cookie', signIn, session), async (context) => {
    const { name, password } = context.req.valid('json');
    const address = addressOf(context);
    const wait = trying >= AT_ONCE ? 1 : Math.max(byName.wait(name), byAddress.wait(address));
    if (wait > 0) throw new RequestError(429, [requestProblem('request.too-many', 'name', { seconds: wait })]);
    trying++;
    const token = await ledger.use(({ accounts }) => accounts.signIn(name, password)).finally(() => trying--);
    if (token === undefined) {
      byName.failed(name);
      byAddress.failed(address);
      throw new RequestError(401, [requestProblem('request.sign-in-failed', 'password', {})]);
    }
    byName.succeeded(name);
    const account = await ledger.use(async (open) => {
      await open.record({ by: name, kind: 'session.began', subject: name, body: {}, reason: '' });
      return open.accounts.signedIn(token);
    });
    setCookie(context, SESSION_COOKIE, token, { ...cookie(context), maxAge: SESSION_HOURS * 3600 });
    return context.json(sessionOf(account), 200);
  });
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/session',
      summary: 'Signs out',
      responses: { 200: answer('nobody is signed in', session) },
    }),
    async (context) => {
      const token = getCookie(context, SESSION_COOKIE);
      if (token !== undefined) await ledger.use(({ accounts }) => accounts.signOut(token));
      deleteCookie(context, SESSION_COOKIE, cookie(context));
      return context.json(sessionOf(undefined), 200);
    },
  );
  return routes;
}

const sessionOf = (account: Account | undefined) =>
  ({
    account: account === undefined ? null : { name: account.name, role: account.role, areas: [...account.areas] },
  }) satisfies SessionAnswer;

const cookie = (context: Context) =>
  ({
    path: '/api',
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(context.req.url).protocol === 'https:' || context.req.header('x-forwarded-proto') === 'https',
  }) as const;

/** Where a request comes from; all requests of tests without a socket come from one place. */
const addressOf = (context: Context): string => {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? '';
};
