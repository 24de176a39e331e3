import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Problem } from '#base';
import { isMissing } from '#base';
import type { PackStore } from '#files';
import { figureBook } from '#indicators';
import type { Side, Unknown } from '#outlook';
import { backTests, consistency, decompose, decomposeActual, plausibility, solve, tradeOff } from '#outlook';
import { ASSUMPTION_BOUNDS } from '#plan';
import type { Changes } from '#projection';
import { runScenario } from '#projection';
import { choices } from '../choices.ts';
import { RequestError, requestProblem } from '../problem-response.ts';
import { DecompositionRequestSchema, SolutionRequestSchema } from '../schemas.ts';
import { describeGet, describePost } from './describe.ts';

/** What projections say beyond their figures: asked backwards, tested on the past, taken apart, targets held together. */
export function outlookRoutes(store: PackStore): OpenAPIHono {
  const routes = new OpenAPIHono();
  routes.openapi(
    describeGet(
      '/back-test',
      'Forecasts from each census with what was known then, against what came about and simple rivals',
      z.array(z.looseObject({})).openapi('BackTests'),
    ),
    (context) => context.json(backTests(store.book) as never, 200),
  );
  routes.openapi(
    describeGet(
      '/consistency',
      "The plan's targets run together: what they take and which others then fail",
      z.object({ held: z.array(z.looseObject({})), findings: z.array(z.looseObject({ verdict: z.string() })) }),
    ),
    (context) => context.json(consistency(store.book) as never, 200),
  );
  routes.openapi(
    describePost(
      '/solutions',
      'Which fertility, net migration or life expectancy reaches a target; with `against`, the curve of two',
      SolutionRequestSchema,
      z
        .object({ answer: z.looseObject({ found: z.boolean() }) })
        .loose()
        .openapi('Solution'),
    ),
    (context) => {
      const asked = context.req.valid('json');
      const choose = choices(store);
      const { baseline } = store.book;
      const year = choose.yearAhead(asked.year);
      if (asked.from !== undefined && choose.yearAhead(asked.from, 'from') > year)
        throw invalid('shape.above', 'from', { most: year });
      const question = {
        scenario: choose.scenario(asked.scenario),
        changes: asked.changes as Changes,
        aim: {
          indicator: choose.indicator(asked.indicator).id,
          area: choose.area(asked.area),
          year,
          target: asked.target,
        },
        unknown: asked.unknown,
        ...(asked.from === undefined ? {} : { from: asked.from }),
        ...(asked.shape === undefined ? {} : { shape: asked.shape }),
      };
      const axis = asked.against && axisOf(asked.against, asked.unknown);
      const answer = solve(baseline, question);
      return context.json(
        {
          answer,
          ...(answer.found ? { plausibility: plausibility(baseline, answer, answer.value) } : {}),
          ...(axis === undefined ? {} : { curve: tradeOff(baseline, question, axis) }),
        } as never,
        200,
      );
    },
  );
  routes.openapi(
    describePost(
      '/decompositions',
      'The difference of two projections by base, fertility, mortality and migration; or of a projection and the actual, by account',
      DecompositionRequestSchema,
      z.looseObject({ parts: z.looseObject({}) }).openapi('Decomposition'),
    ),
    (context) => {
      const asked = context.req.valid('json');
      const choose = choices(store);
      const { baseline } = store.book;
      const measure = {
        indicator: choose.indicator(asked.indicator).id,
        area: choose.area(asked.area),
        year: choose.yearAhead(asked.year),
      };
      const sideOf = ({ scenario, changes }: { scenario?: string | undefined; changes: unknown }): Side => ({
        baseline,
        scenario: choose.scenario(scenario),
        changes: changes as Changes,
      });
      const from = sideOf(asked.from);
      if (asked.to === 'actual') {
        const projection = runScenario(baseline, from.scenario, { until: measure.year, changes: from.changes ?? {} });
        const book = figureBook(baseline, new Map([[from.scenario.id, projection]]));
        return context.json(decomposeActual(book, from.scenario.id, measure.area, measure.year) as never, 200);
      }
      const result = decompose(from, sideOf(asked.to), measure);
      if (isMissing(result)) throw invalid('request.not-decomposable', 'indicator', { id: measure.indicator });
      return context.json(result as never, 200);
    },
  );
  return routes;
}

/** Values of the second assumption of a curve, evenly spaced; bounds and a second that is the first are refused. */
function axisOf(
  { unknown, from, to, steps }: { unknown: Unknown; from: number; to: number; steps: number },
  solved: Unknown,
): { unknown: Unknown; values: number[] } {
  if (unknown === solved) throw invalid('shape.solved-already', 'against.unknown');
  const [low, high] = ASSUMPTION_BOUNDS[unknown];
  for (const [name, value] of Object.entries({ 'against.from': from, 'against.to': to }))
    if (value < low) throw invalid('shape.below', name, { least: low });
    else if (value > high) throw invalid('shape.above', name, { most: high });
  if (from >= to) throw invalid('shape.not-above', 'against.to', { least: from });
  return { unknown, values: Array.from({ length: steps }, (_, i) => from + ((to - from) * i) / (steps - 1)) };
}

const invalid = (code: Problem['code'], name: string, params: Problem['params'] = {}): RequestError =>
  new RequestError(422, [requestProblem(code, name, { name, ...params })]);
