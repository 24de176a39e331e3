import type { Problem, ProblemCode } from '#base';
import { problemTexts } from '#base';
import type { core } from 'zod';
import { requestProblem } from './problem-response.ts';

type Issue = core.$ZodIssue;

/**
 * What is wrong with the shape of a request, field by field. A check of our own gives the code of its Problem as its message (`shape`); what zod finds
 * itself is told by its kind. `part` names the part of the request (`json`, `query`, …) where no field is meant.
 */
export const shapeProblems = (issues: readonly Issue[], data: unknown, part: string): readonly Problem[] =>
  issues.flatMap((issue) => problemsOf(issue, data, [], part));

/** The message of a check of ours: the Problem it stands for. */
export const shape = (code: Extract<ProblemCode, `shape.${string}`>): string => code;

function problemsOf(issue: Issue, data: unknown, before: readonly PropertyKey[], part: string): readonly Problem[] {
  const path = [...before, ...issue.path];
  const name = path.join('.') || part;
  const problem = (code: ProblemCode, params: Problem['params'] = {}): readonly Problem[] => [
    requestProblem(code, name, { name, ...params }),
  ];
  if (issue.message in problemTexts) return problem(issue.message as ProblemCode);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const field = [...path, key].join('.');
        return requestProblem('shape.unknown', field, { name: field });
      });
    case 'invalid_type':
      return valueAt(data, path) === undefined
        ? problem('shape.missing')
        : problem(TYPES[issue.expected] ?? 'shape.invalid');
    case 'invalid_value':
      return valueAt(data, path) === undefined
        ? problem('shape.missing')
        : problem('shape.not-among', { values: issue.values.map(String).join(', ') });
    case 'too_small':
      return problem(issue.origin === 'string' ? 'shape.short' : countable(issue) ? 'shape.few' : 'shape.below', {
        least: Number(issue.minimum),
      });
    case 'too_big':
      return problem(issue.origin === 'string' ? 'shape.long' : countable(issue) ? 'shape.many' : 'shape.above', {
        most: Number(issue.maximum),
      });
    case 'invalid_key':
      return issue.issues.flatMap((inner) => problemsOf({ ...inner, path: [] }, data, path, part));
    case 'invalid_union': {
      const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0];
      return nearest === undefined
        ? problem('shape.invalid')
        : nearest.flatMap((inner) => problemsOf(inner, data, path, part));
    }
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
      return problem('shape.invalid');
  }
}

const TYPES: Readonly<Record<string, ProblemCode>> = {
  string: 'shape.not-text',
  number: 'shape.not-number',
  int: 'shape.not-whole',
  array: 'shape.not-list',
  tuple: 'shape.not-list',
  object: 'shape.not-object',
  record: 'shape.not-object',
};

const countable = ({ origin }: { readonly origin: string }): boolean => origin === 'array' || origin === 'set';

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);
