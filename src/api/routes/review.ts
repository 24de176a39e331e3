import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { PackStore } from '#files';
import type { Action, Scope } from '#ledger';
import type { Desk, DoubtfulPair, LocatedPair, Verdict } from '#register';
import { PAIR_DECIDED, doubtfulPairs, locatePair, pairKey, recordSide } from '#register';
import { scopeOf } from '../access.ts';
import type { DecisionAnswer, PairAnswer, ReviewAnswer } from '../answers.ts';
import { learned, weightOf } from '../learned.ts';
import { placeNames } from '../place-names.ts';
import { RequestError, requestProblem } from '../problem-response.ts';
import type { Services } from '../services.ts';
import { shape } from '../shape-problems.ts';
import { describeGet, describePost } from './describe.ts';

const VERDICTS = ['same', 'different', 'unsure'] as const;
const record = z
  .string()
  .max(300)
  .regex(/^[a-z0-9-]+\.[0-9a-f]+\.[a-z]+(:.*)?$/, shape('shape.not-record'));
const records = z.tuple([record, record]).refine(([a, b]) => a !== b, shape('shape.same-record'));
const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

interface Decided {
  readonly records: readonly [string, string];
  readonly verdict: Verdict;
  readonly weight: number | null;
}

/** Doubtful pairs, looked at and decided by clerks. */
export function reviewRoutes(store: PackStore, { ledger, ...services }: Services): OpenAPIHono {
  const routes = new OpenAPIHono();
  const atDesk = async <R>(question: (desk: Desk) => Promise<R>): Promise<R> => {
    const result = await services.ask(async (desk) => ({ answer: await question(desk) }));
    if (result === undefined) throw new RequestError(404, [requestProblem('register.none', 'register', {})]);
    return result.answer;
  };
  const decisionsOn = (scope: Scope, subject?: string): Promise<readonly Action[]> =>
    ledger.use((open) => open.read({ kind: PAIR_DECIDED, ...(subject === undefined ? {} : { subject }) }, scope));

  routes.openapi(
    describeGet(
      '/review',
      'Pairs that wait for a clerk, the most doubtful first, in the areas of the account; or those decided',
      z.object({
        total: z.number(),
        open: z.number(),
        decided: z.number(),
        pairs: z.array(
          z.object({
            records: z.array(z.string()),
            probability: z.number(),
            datasets: z.array(z.string()),
            verdict: z.enum(VERDICTS).nullable(),
          }),
        ),
        learned: z.object({ decisions: z.number(), precision: estimate, recall: estimate }).nullable(),
      }),
      {
        query: z.object({
          offset: z.coerce.number().int().min(0).default(0),
          limit: z.coerce.number().int().min(1).max(200).default(50),
          state: z.enum(['open', 'decided', 'all']).default('open'),
        }),
      },
    ),
    async (context) => {
      const { offset, limit, state } = context.req.valid('query');
      const scope = scopeOf(context);
      const doubtful = await atDesk((desk) => doubtfulPairs(desk, scope.areas));
      const decided = latest(await decisionsOn(scope));
      const open = doubtful.filter((pair) => !decided.has(pairKey(pair.records)));
      const model = learned([...decided.values()], open.map(weightOf));
      const shown = [
        ...(state === 'decided' ? [] : open.map((pair) => ({ ...pair, weight: weightOf(pair), verdict: null }))),
        ...(state === 'open' ? [] : decided.values()),
      ].map(({ records: [a, b], weight, verdict }) => ({
        records: [a, b] as const,
        probability: weight === null ? 0.5 : model.probability(weight),
        datasets: [datasetOf(a), datasetOf(b)] as const,
        verdict,
      }));
      if (state !== 'decided')
        shown.sort((x, y) => doubt(y) - doubt(x) || (pairKey(x.records) < pairKey(y.records) ? -1 : 1));
      return context.json(
        {
          total: shown.length,
          open: open.length,
          decided: decided.size,
          pairs: shown.slice(offset, offset + limit),
          learned: model.answer,
        } satisfies ReviewAnswer as never,
        200,
      );
    },
  );
  routes.openapi(
    describePost(
      '/review/pair',
      'Two records side by side with the evidence for and against; any two of the register, so that a wrong merge can be undone. Recorded',
      z.strictObject({ records }),
      z.looseObject({ records: z.array(z.string()), probability: z.number() }),
    ),
    async (context) => {
      const asked = context.req.valid('json').records as readonly [string, string];
      const scope = scopeOf(context);
      const found = await atDesk(async (desk) => {
        const pair = await findPair(desk, asked, scope);
        const { datasets } = store.pack;
        const [left, right] = [
          await recordSide(desk, datasets, pair.records[0], pair.persons[0]),
          await recordSide(desk, datasets, pair.records[1], pair.persons[1]),
        ];
        return left === undefined || right === undefined ? undefined : { pair, sides: [left, right] as const };
      });
      if (found === undefined) throw unknownPair();
      const { pair, sides } = found;
      await ledger.use((open) =>
        open.record(
          {
            by: scope.account,
            kind: 'pair.seen',
            subject: pairKey(pair.records),
            area: pair.area,
            body: {},
            reason: 'review',
          },
          scope,
        ),
      );
      const decisions = await decisionsOn(scope, pairKey(pair.records));
      return context.json(
        {
          records: pair.records,
          probability: pair.probability,
          steps: pair.steps,
          sides,
          places: placeNames(
            store.pack,
            sides.flatMap(({ values }) => Object.values(values)),
          ),
          decisions: decisions.map(({ by, at, body, reason }) => ({
            by,
            at,
            verdict: body['verdict'] as Verdict,
            reason,
          })),
        } satisfies PairAnswer as never,
        200,
      );
    },
  );
  routes.openapi(
    describePost(
      '/review/decisions',
      'Decides a pair; recorded, and heeded by the next refresh. The latest word on a pair holds',
      z.strictObject({ records, verdict: z.enum(VERDICTS), reason: z.string().trim().min(2).max(500) }),
      z.object({ action: z.number() }),
    ),
    async (context) => {
      const { records: asked, verdict, reason } = context.req.valid('json');
      const scope = scopeOf(context);
      const pair = await atDesk((desk) => findPair(desk, asked as readonly [string, string], scope));
      const body = {
        records: pair.records,
        verdict,
        ...(pair.steps.length === 0 ? {} : { weight: weightOf(pair) }),
      };
      const { id } = await ledger.use((open) =>
        open.record(
          { by: scope.account, kind: PAIR_DECIDED, subject: pairKey(pair.records), area: pair.area, body, reason },
          scope,
        ),
      );
      return context.json({ action: id } satisfies DecisionAnswer, 200);
    },
  );
  return routes;
}

/** A pair in the areas of an account; one that waits for nobody has no evidence and the probability that the register acts on. */
async function findPair(
  desk: Desk,
  asked: readonly [string, string],
  { areas }: Scope,
): Promise<LocatedPair & DoubtfulPair> {
  const waiting = desk.version.doubtful.find((pair) => pairKey(pair.records) === pairKey(asked));
  const pair = await locatePair(desk, waiting?.records ?? asked, areas);
  if (pair === undefined) throw unknownPair();
  return { probability: pair.persons[0] === pair.persons[1] ? 1 : 0, steps: [], ...waiting, ...pair };
}

const unknownPair = (): RequestError => new RequestError(404, [requestProblem('request.pair-unknown', 'records', {})]);

const datasetOf = (id: string): string => id.split('.')[0]!;

/** How little is known of a pair: highest at one half. */
const doubt = ({ probability }: { readonly probability: number }): number => -Math.abs(probability - 0.5);

/** The latest decision on each pair, the newest first. */
function latest(actions: readonly Action[]): ReadonlyMap<string, Decided> {
  const byPair = new Map<string, Decided>();
  for (const { subject, body } of actions.toReversed()) {
    const { records: pair, verdict, weight } = body as Partial<Decided>;
    if (pair !== undefined && verdict !== undefined && !byPair.has(subject))
      byPair.set(subject, { records: pair, verdict, weight: weight ?? null });
  }
  return byPair;
}
