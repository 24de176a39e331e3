import { OpenAPIHono, z } from '@hono/zod-openapi';
import { isCalendarDate } from '#base';
import type { Scope } from '#ledger';
import type { CheckAnswer, Desk } from '#register';
import { CHECK_ANSWERS, RESIDENCE_CHECKED, checkAnswers, drawChecklist, locateChecked, maskName } from '#register';
import { scopeOf } from '../access.ts';
import type { ChecklistAnswer, DecisionAnswer } from '../answers.ts';
import { RequestError, requestProblem } from '../problem-response.ts';
import type { Services } from '../services.ts';
import { shape } from '../shape-problems.ts';
import { describePost } from './describe.ts';

/** People drawn in a county. */
const PEOPLE = 2000;

const county = z.string().regex(/^\d{6}$/);

/** Residence checks: who is to be asked at home whether they live in the city, and what they answered. */
export function checkRoutes({ ledger, ...services }: Services): OpenAPIHono {
  const routes = new OpenAPIHono();
  const atDesk = async <R>(question: (desk: Desk) => Promise<R>): Promise<R> => {
    const result = await services.ask(async (desk) => ({ answer: await question(desk) }));
    if (result === undefined) throw new RequestError(404, [requestProblem('register.none', 'register', {})]);
    return result.answer;
  };
  const answersOn = (scope: Scope) =>
    ledger.use(async (open) => checkAnswers(await open.read({ kind: RESIDENCE_CHECKED }, scope)));

  routes.openapi(
    describePost(
      '/register/checklist',
      'People of a county drawn to be asked at home whether they live in the city, with what was answered so far; names masked, addresses whole. Recorded with its purpose',
      z.strictObject({
        county,
        township: z
          .string()
          .regex(/^\d{9}$/)
          .nullable()
          .default(null),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(50),
        purpose: z.string().trim().min(2).max(500),
      }),
      z.looseObject({ total: z.number(), lines: z.array(z.looseObject({ person: z.string() })) }),
    ),
    async (context) => {
      const asked = context.req.valid('json');
      const scope = scopeOf(context);
      if (scope.areas.length > 0 && !scope.areas.includes(asked.county)) throw notYours(asked.county);
      await ledger.use((open) =>
        open.record(
          {
            by: scope.account,
            kind: 'checklist.seen',
            subject: asked.township ?? asked.county,
            area: asked.county,
            body: {},
            reason: asked.purpose,
          },
          scope,
        ),
      );
      const answers = await answersOn(scope);
      const drawn = await atDesk((desk) =>
        drawChecklist(desk, PEOPLE, { areas: [asked.county], asked: [...answers.keys()] }),
      );
      const answerOf = (person: string): CheckAnswer | null => answers.get(person)?.answer ?? null;
      const townships = new Map<string | null, { people: number; answered: number }>();
      for (const { township, person } of drawn) {
        const count = townships.get(township) ?? { people: 0, answered: 0 };
        townships.set(township, count);
        count.people++;
        if (answerOf(person) !== null) count.answered++;
      }
      const chosen = drawn.filter(({ township }) => asked.township === null || township === asked.township);
      return context.json(
        {
          total: chosen.length,
          townships: [...townships].map(([township, count]) => ({ township, ...count })),
          lines: chosen.slice(asked.offset, asked.offset + asked.limit).map((line) => ({
            ...line,
            name: maskName(line.name),
            answer: answerOf(line.person),
          })),
        } satisfies ChecklistAnswer as never,
        200,
      );
    },
  );
  routes.openapi(
    describePost(
      '/register/checks',
      'What somebody asked at home answered; recorded, and heeded by the next refresh. The latest answer of a person holds, for a year',
      z.strictObject({
        person: z.string().regex(/^[0-9a-f]{1,40}$/, shape('shape.not-person')),
        answer: z.enum(CHECK_ANSWERS),
        day: z.string().refine(isCalendarDate, shape('shape.not-day')),
      }),
      z.object({ action: z.number() }),
    ),
    async (context) => {
      const { person, answer, day } = context.req.valid('json');
      const scope = scopeOf(context);
      const area = (await atDesk((desk) => locateChecked(desk, [person]))).get(person);
      if (area === undefined || (scope.areas.length > 0 && (area === null || !scope.areas.includes(area))))
        throw notYours(person);
      const said = Object.fromEntries(CHECK_ANSWERS.map((one) => [one, one === answer ? [person] : []]));
      const { id } = await ledger.use((open) =>
        open.record(
          {
            by: scope.account,
            kind: RESIDENCE_CHECKED,
            subject: person,
            area,
            body: { day, ...said },
            reason: '',
          },
          scope,
        ),
      );
      return context.json({ action: id } satisfies DecisionAnswer, 200);
    },
  );
  return routes;
}

const notYours = (id: string): RequestError =>
  new RequestError(404, [requestProblem('request.person-unknown', 'person', { id })]);
