import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi';
import { isCalendarDate, parseIdNumber } from '#base';
import { parsePhone, readBatches } from '#datasets';
import type { PackStore } from '#files';
import type { Action } from '#ledger';
import type { Pack } from '#plan';
import type { Desk, Located, Panorama } from '#register';
import {
  OLD_KEYS,
  HEEDED_KINDS,
  areaCounts,
  countyAccounts,
  findPeople,
  isEnough,
  readHeeded,
  seePerson,
  undecided,
} from '#register';
import { scopeOf } from '../access.ts';
import type {
  AccountAnswer,
  AreaAnswer,
  FoundAnswer,
  PanoramaAnswer,
  RefreshAnswer,
  RegisterAnswer,
} from '../answers.ts';
import { placeNames } from '../place-names.ts';
import { RequestError, requestProblem } from '../problem-response.ts';
import type { Services } from '../services.ts';
import { REGISTER_TASK } from '../services.ts';
import { shape } from '../shape-problems.ts';
import type { TaskInput } from '../register-task.ts';
import { answer, describeGet, describePost, failure } from './describe.ts';

const refreshState = z
  .object({
    state: z.enum(['idle', 'running', 'failed']),
    step: z.string().nullable(),
    startedAt: z.string().nullable(),
    waiting: z.object({ batches: z.number(), decisions: z.number() }),
  })
  .openapi('Refresh');

const purpose = z.string().trim().min(2).max(500).openapi({ description: 'why; recorded', example: '核对居住证申请' });
const day = z.string().refine(isCalendarDate, shape('shape.not-day'));

const words = z.string().trim().min(1).max(200);
const wanted = z
  .strictObject({
    number: words
      .refine((number) => !('fault' in parseIdNumber(number.normalize('NFKC'))), shape('shape.not-identity-number'))
      .optional(),
    name: words.max(60).optional().openapi({ example: '王敏' }),
    birth: day.optional().openapi({ example: '1990-03-01' }),
    sex: z.enum(['female', 'male']).optional(),
    phone: words.refine((phone) => parsePhone(phone) !== null, shape('shape.not-phone')).optional(),
    address: words.optional(),
    purpose,
  })
  .refine(isEnough, shape('shape.not-enough'));

const person = z
  .looseObject({ person: z.string(), name: z.string().nullable(), number: z.string().nullable() })
  .openapi('Person');

/** The register: its version, counts and accounts for everybody; people, recorded, for clerks. */
export function registerRoutes(store: PackStore, services: Services): OpenAPIHono {
  const { home, ledger } = services;
  const routes = new OpenAPIHono();

  /** What a refresh heeds; the ledger is not opened where there never was one. */
  const heeds = async (kind: string, after = 0): Promise<readonly Action[]> => {
    if (process.env['DATABASE_URL'] === undefined && !existsSync(join(home, 'ledger'))) return [];
    return ledger.use((open) => open.read({ kind, after }));
  };
  const refreshAnswer = async (): Promise<RefreshAnswer> => {
    const version = await services.ask(({ version: inForce }) => Promise.resolve(inForce));
    const known = new Set(version?.batches);
    const waiting = await Promise.all(HEEDED_KINDS.map((kind) => heeds(kind, version?.decisions)));
    return {
      ...services.work,
      waiting: {
        batches: readBatches(home).filter(({ dataset, id, accepted }) => accepted > 0 && !known.has(`${dataset}/${id}`))
          .length,
        decisions: waiting.flat().length,
      },
    };
  };

  routes.openapi(
    describeGet(
      '/register',
      'The version of the register in force, with usual residents by county; null where none was made',
      z.object({ version: z.looseObject({ number: z.number() }).nullable(), refresh: refreshState }),
    ),
    async (context) => {
      const version = (await services.ask((desk) => Promise.resolve(versionAnswer(desk)))) ?? null;
      return context.json({ version, refresh: await refreshAnswer() } satisfies RegisterAnswer as never, 200);
    },
  );
  routes.openapi(
    describeGet('/register/areas', 'People by county and township on both bases', z.array(z.looseObject({}))),
    async (context) => {
      const counts = (await services.ask(areaCounts)) ?? [];
      return context.json(counts satisfies readonly AreaAnswer[] as never, 200);
    },
  );
  routes.openapi(
    describeGet('/register/accounts', 'Accounts by county since the version before', z.array(z.looseObject({}))),
    async (context) => {
      const accounts = (await services.ask(countyAccounts)) ?? [];
      return context.json(
        accounts.map(({ moved_in: movedIn, moved_out: movedOut, ...rest }): AccountAnswer => ({
          ...rest,
          movedIn,
          movedOut,
        })) as never,
        200,
      );
    },
  );
  routes.openapi(describeGet('/register/refresh', 'How far a refresh is', refreshState), async (context) =>
    context.json(await refreshAnswer(), 200),
  );
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/register/refresh',
      summary: 'Makes a new version of what was landed and decided, in a process of its own',
      request: { body: { content: { 'application/json': { schema: z.strictObject({}) } } } },
      responses: { 200: answer('it has begun', refreshState), 409: failure('one is under way') },
    }),
    async (context) => {
      const scope = scopeOf(context);
      const input: TaskInput = { task: 'refresh', home, pack: store.pack, heeded: await readHeeded(heeds) };
      if (services.begin(REGISTER_TASK, input) === undefined)
        throw new RequestError(409, [requestProblem('register.busy', 'refresh', {})]);
      await ledger.use((open) =>
        open.record(
          { by: scope.account, kind: 'register.refreshed', subject: 'register', body: {}, reason: '' },
          scope,
        ),
      );
      return context.json(await refreshAnswer(), 200);
    },
  );
  routes.openapi(
    describePost(
      '/register/search',
      'Who may be somebody of whom a number is known, or a name with birth date, telephone or address, or a telephone with one thing more, the likeliest first, in the areas of the account; recorded with its purpose',
      wanted,
      z.array(person),
    ),
    async (context) => {
      const { purpose: reason, ...asked } = context.req.valid('json');
      const scope = scopeOf(context);
      const found = await services.ask((desk) => {
        if (!desk.canFind) throw new RequestError(503, [OLD_KEYS]);
        return findPeople(desk, asked, scope.areas);
      });
      if (found === undefined) throw noRegister();
      await ledger.use((open) =>
        open.record(
          {
            by: scope.account,
            kind: 'person.sought',
            subject: Object.keys(asked).toSorted().join('+'),
            area: oneArea(found),
            body: { found: found.map((each) => each.person) },
            reason,
          },
          scope,
        ),
      );
      return context.json(found.map(withoutArea) satisfies readonly FoundAnswer[] as never, 200);
    },
  );
  routes.openapi(
    describePost(
      '/register/looks',
      'All there is of a person in the areas of the account, names and numbers masked; recorded with its purpose',
      z.strictObject({
        person: z.string().regex(/^[0-9a-f]{1,40}$/, shape('shape.not-person')),
        purpose,
        knownOn: day.optional(),
      }),
      person,
    ),
    async (context) => {
      const { person: id, purpose: reason, knownOn } = context.req.valid('json');
      const scope = scopeOf(context);
      const seen = await services.ask(async (desk) => ({
        person: await seePerson(desk, id, scope.areas, knownOn),
      }));
      if (seen === undefined) throw noRegister();
      const found = seen.person;
      await ledger.use((open) =>
        open.record(
          {
            by: scope.account,
            kind: 'person.seen',
            subject: id,
            area: found?.area ?? null,
            body: { found: found !== undefined, ...(knownOn === undefined ? {} : { knownOn }) },
            reason,
          },
          scope,
        ),
      );
      if (found === undefined)
        throw new RequestError(404, [requestProblem('request.person-unknown', 'person', { id })]);
      return context.json(panoramaAnswer(store.pack, found) as never, 200);
    },
  );
  return routes;
}

const noRegister = (): RequestError => new RequestError(404, [requestProblem('register.none', 'register', {})]);

const withoutArea = (located: Located<FoundAnswer>): FoundAnswer => {
  const { area: _, ...found } = located;
  return found;
};

/** The county of all, where it is one. */
const oneArea = (found: readonly { readonly area: string | null }[]): string | null =>
  new Set(found.map(({ area }) => area)).size === 1 ? found[0]!.area : null;

function versionAnswer({ version, batches, scale }: Desk): RegisterAnswer['version'] {
  const { counts } = version;
  return {
    number: version.version,
    made: version.made,
    known: version.known,
    counted: version.counted,
    simulated: version.simulated,
    asked: version.checked.people,
    scale,
    persons: counts['persons'] ?? 0,
    records: counts['records'] ?? 0,
    created: counts['created'] ?? 0,
    merged: counts['merged'] ?? 0,
    split: counts['split'] ?? 0,
    doubtful: undecided(version).length,
    batches: batches.map(({ dataset, id, file }) => ({ dataset, batch: id, file })),
    residents: version.residents.map(({ area, counted, low, high }) => ({ area, counted, low, high })),
  };
}

function panoramaAnswer(pack: Pack, seen: Located<Panorama>): PanoramaAnswer {
  const { area: _, marital_status: maritalStatus, spells, events: identity, ...found } = seen;
  return {
    ...found,
    maritalStatus,
    spells: spells.map(({ known_from: knownFrom, known_to: knownTo, ...spell }) => ({ ...spell, knownFrom, knownTo })),
    identity,
    places: placeNames(pack, [...spells.map(({ county }) => county), ...found.disagreements.map(({ value }) => value)]),
  };
}
