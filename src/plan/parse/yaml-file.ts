import type { Place, Problem, ProblemCode } from '#base';
import { nearest } from '#base';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';

/** A file of a pack: path relative to the pack's folder, with forward slashes. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A checked YAML file with the means to say where in it something stands. */
export interface YamlFile<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** Where a key path stands; the nearest holder's line where the path itself is absent. */
  placeOf(path: readonly PropertyKey[]): Place;
}

/** Parses and checks one YAML file; all its Problems at once. */
export function readYaml<T>(file: TextFile, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true, version: '1.2' });
  const repeated = document.errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const unreadable = document.errors.filter((error) => error.code !== 'DUPLICATE_KEY').slice(0, 1);
  const problems: Problem[] = [...repeated, ...unreadable].map((error) => ({
    code: error.code === 'DUPLICATE_KEY' ? 'plan.key-repeated' : 'plan.not-yaml',
    severity: 'error',
    where: { file: file.path, line: lines.linePos(error.pos[0]).line },
    params:
      error.code === 'DUPLICATE_KEY'
        ? { key: file.text.slice(error.pos[0]).match(/^[^\s:]+/)?.[0] ?? '?' }
        : { reason: error.message.split('\n')[0] ?? error.message },
  }));
  const placeOf = (path: readonly PropertyKey[]): Place => {
    const offset = offsetOf(document, path);
    const line = offset === undefined ? {} : { line: lines.linePos(offset).line };
    return { file: file.path, ...line, path: path.join('.') };
  };
  if (unreadable.length > 0) return { value: undefined, problems, placeOf };
  const data: unknown = document.toJS();
  const checked = schema.safeParse(data);
  if (checked.success) return { value: checked.data, problems, placeOf };
  const known = keysOf(schema);
  for (const issue of checked.error.issues.flatMap(branchIssues)) {
    problems.push(
      ...describeIssue(issue, known, data).map((part) => ({
        code: part.code,
        severity: 'error' as const,
        where: placeOf(part.path),
        params: part.params,
        ...(part.fix === undefined ? {} : { fix: part.fix }),
      })),
    );
  }
  return { value: undefined, problems, placeOf };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let offset = isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) return offset;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isMap(node) || isSeq(node) || isScalar(node)) offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

type Issue = z.core.$ZodIssue;

/** A union's failure is told by the branch that came nearest: the one with the fewest issues of its own. */
function branchIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branch = issue.errors.toSorted((a, b) => weight(a) - weight(b))[0]!;
  return branch.map((inner): Issue => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(branchIssues);
}

const weight = (issues: readonly Issue[]): number =>
  issues.reduce(
    (sum, issue) =>
      sum + (issue.code === 'unrecognized_keys' ? issue.keys.length * 2 : 2 - Math.min(1, issue.path.length)),
    0,
  );

interface IssueParts {
  code: ProblemCode;
  path: readonly PropertyKey[];
  params: Record<string, string | number>;
  fix?: string;
}

function describeIssue(issue: Issue, known: ReadonlySet<string>, data: unknown): IssueParts[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const guess = nearest(key, known);
      return {
        code: 'plan.key-unknown',
        path: [...issue.path, key],
        params: { key },
        fix: guess ?? `remove ${key}`,
      };
    });
  }
  const key = String(issue.path.at(-1) ?? '');
  const options = issue.code === 'invalid_value' ? issue.values.join(' | ') : undefined;
  if (issue.path.length > 0 && isAbsent(data, issue.path)) {
    const code = key === 'source' ? 'plan.source-missing' : 'plan.key-missing';
    return [{ code, path: issue.path, params: { key }, fix: `add ${key}: ${options ?? '…'}` }];
  }
  const fix = options === undefined ? {} : { fix: options };
  return [{ code: 'plan.value-invalid', path: issue.path, params: { reason: issue.message }, ...fix }];
}

const isAbsent = (data: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown> | null | undefined)?.[key], data) ===
  undefined;

/** All key names that a schema knows anywhere inside it, for guessing what a misspelt key meant. */
function keysOf(schema: z.ZodType, seen = new Set<unknown>(), keys = new Set<string>()): Set<string> {
  if (seen.has(schema)) return keys;
  seen.add(schema);
  const def = schema.def as unknown as Record<string, unknown>;
  const inner = [def['element'], def['innerType'], def['in'], ...((def['options'] as unknown[] | undefined) ?? [])];
  if (def['type'] === 'object') {
    const shape = def['shape'] as Record<string, z.ZodType>;
    for (const [key, part] of Object.entries(shape)) {
      keys.add(key);
      inner.push(part);
    }
  }
  for (const part of inner) if (part !== undefined) keysOf(part as z.ZodType, seen, keys);
  return keys;
}
