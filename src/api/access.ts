import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { matchedRoutes } from 'hono/route';
import type { Account, Role, Scope, SharedLedger } from '#ledger';
import { ROLES } from '#ledger';
import { RequestError, requestProblem } from './problem-response.ts';

/** Who may call a route: everybody, or accounts of a role and those above it; of the whole city, where it shows people of any county. */
export type Access = 'public' | { readonly role: Role; readonly wholeCity?: true };

const officer: Access = { role: 'officer', wholeCity: true };
const clerk: Access = { role: 'clerk' };

/**
 * Every route of the API and who may call it. What is not here is refused to everybody: a new route is shut until it is named.
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  'GET /api': 'public',
  'GET /api/openapi.json': 'public',
  'GET /api/health': 'public',
  'GET /api/pack': 'public',
  'GET /api/pack/problems': 'public',
  'GET /api/areas': 'public',
  'GET /api/map': 'public',
  'GET /api/attachment': 'public',
  'GET /api/indicators': 'public',
  'GET /api/indicators/{id}': 'public',
  'GET /api/figures': 'public',
  'GET /api/population': 'public',
  'GET /api/scenarios': 'public',
  'POST /api/projections': 'public',
  'GET /api/warnings': 'public',
  'GET /api/targets': 'public',
  'GET /api/statements': 'public',
  'GET /api/consistency': 'public',
  'GET /api/back-test': 'public',
  'POST /api/solutions': 'public',
  'POST /api/decompositions': 'public',
  'GET /api/session': 'public',
  'POST /api/session': 'public',
  'DELETE /api/session': 'public',
  'GET /api/datasets': 'public',
  'GET /api/datasets/{id}': 'public',
  'GET /api/datasets/{id}/quarantine': officer,
  'POST /api/datasets/{id}/quarantine/{batch}/{line}': officer,
  'POST /api/datasets/{id}/files': officer,
  'GET /api/register': 'public',
  'GET /api/register/population': 'public',
  'GET /api/register/figures': 'public',
  'GET /api/register/households': 'public',
  'GET /api/register/areas': 'public',
  'GET /api/register/accounts': 'public',
  'GET /api/register/refresh': 'public',
  'POST /api/register/refresh': officer,
  'POST /api/register/search': clerk,
  'POST /api/register/looks': clerk,
  'POST /api/register/checklist': clerk,
  'POST /api/register/checks': clerk,
  'GET /api/review': clerk,
  'POST /api/review/pair': clerk,
  'POST /api/review/decisions': clerk,
  'GET /api/actions': { role: 'admin' },
};

declare module 'hono' {
  interface ContextVariableMap {
    account: Account;
  }
}

export const SESSION_COOKIE = 'popplus_session';

/** Refuses whoever may not call the route that a request matches: 401 without a session, 403 with too little. */
export const guard =
  (ledger: SharedLedger): MiddlewareHandler =>
  async (context, next) => {
    const route = matchedRoutes(context).find(({ method, path }) => method !== 'ALL' && path.startsWith('/api'));
    if (route === undefined) return next();
    const access = ACCESS[`${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`];
    if (access === 'public') return next();
    const account = await signedIn(context, ledger);
    if (account === undefined) throw refusal(401, 'request.signed-out', {});
    if (access === undefined || ROLES.indexOf(account.role) < ROLES.indexOf(access.role))
      throw refusal(403, 'request.refused', { role: access?.role ?? '-' });
    if (access.wholeCity === true && account.areas.length > 0) throw refusal(403, 'request.whole-city', {});
    context.set('account', account);
    return next();
  };

const refusal = (
  status: 401 | 403,
  code: 'request.signed-out' | 'request.refused' | 'request.whole-city',
  params: object,
) => new RequestError(status, [requestProblem(code, 'session', params as Record<string, string>)]);

/** The account of a request's session. */
export async function signedIn(context: Context, ledger: SharedLedger): Promise<Account | undefined> {
  const token = getCookie(context, SESSION_COOKIE);
  return token === undefined ? undefined : ledger.use(({ accounts }) => accounts.signedIn(token));
}

/** For whom a guarded route reads and records. */
export const scopeOf = (context: Context): Scope => {
  const { name, areas } = context.get('account');
  return { account: name, areas };
};

/** Refuses what changes something and comes from a page of another site: browsers say where a request comes from. */
export const ownOrigin: MiddlewareHandler = async (context, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)) return next();
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  if (isOwn && (site === undefined || site === 'same-origin' || site === 'none')) return next();
  throw new RequestError(403, [requestProblem('request.foreign', 'origin', { origin: origin ?? site ?? '' })]);
};
