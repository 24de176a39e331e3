import type { Problem } from '#base';
import { ASSUMPTIONS, ASSUMPTION_BOUNDS } from '../assumption-bounds.ts';
import type { ReadFile } from './parse-pack.ts';
import type { Indicator, Scenario } from './schema.ts';

const PERSON_UNITS = ['persons', 'ten-thousand-persons'];

/** Rules on scenarios that a schema cannot say: assumptions within their bounds, totals that count persons. */
export function checkScenarios(files: readonly ReadFile[]): Problem[] {
  return files
    .filter((file) => file.path.startsWith('scenarios/') && file.value !== undefined)
    .flatMap((file) => checkScenario(file, files));
}

/** The same rules on one scenario; `files` hold the indicators. */
export const checkScenario = (file: ReadFile, files: readonly ReadFile[]): Problem[] => [
  ...outOfBounds(file),
  ...outOfOrder(file),
  ...wrongTotals(file, files),
];

function outOfBounds(file: ReadFile): Problem[] {
  const scenario = file.value as Scenario;
  return ASSUMPTIONS.flatMap((assumption) => {
    const [from, to] = ASSUMPTION_BOUNDS[assumption];
    return scenario[assumption].flatMap(({ value }, index): Problem[] =>
      value >= from && value <= to
        ? []
        : [
            {
              code: 'plan.out-of-bounds',
              severity: 'error',
              where: file.placeOf([assumption, index, 'value']),
              params: { what: assumption, value, from, to },
            },
          ],
    );
  });
}

function outOfOrder(file: ReadFile): Problem[] {
  const scenario = file.value as Scenario;
  return ASSUMPTIONS.flatMap((assumption) =>
    scenario[assumption].flatMap(({ at }, index, all): Problem[] => {
      const before = all[index - 1]?.at;
      if (before === undefined || before < at) return [];
      return [
        {
          code: 'plan.order',
          severity: 'error',
          where: file.placeOf([assumption, index, 'at']),
          params: { what: assumption, reason: `${at} after ${before}` },
        },
      ];
    }),
  );
}

function wrongTotals(file: ReadFile, files: readonly ReadFile[]): Problem[] {
  const { totals } = file.value as Scenario;
  const indicator = files.find((other) => other.path === `indicators/${totals?.indicator}.yaml`)?.value as
    | Indicator
    | undefined;
  if (indicator === undefined || PERSON_UNITS.includes(indicator.unit)) return [];
  return [
    {
      code: 'plan.unit-differs',
      severity: 'error',
      where: file.placeOf(['totals', 'indicator']),
      params: { unit: indicator.unit, computed: PERSON_UNITS.join(' | ') },
    },
  ];
}
