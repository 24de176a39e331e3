import { createHash } from 'node:crypto';
import type { Action } from '#ledger';
import type { Database } from '#warehouse';
import { duckdbEngine } from '#warehouse';

/** Kind of the ledger's actions by which answers of people asked at home are recorded; the body holds `day` and lists of persons by answer. */
export const RESIDENCE_CHECKED = 'residence.checked';

/** Whether somebody lives here; `unknown` takes an earlier answer back. */
export const CHECK_ANSWERS = ['here', 'away', 'unknown'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** Somebody was asked on a day, and lives here or not. */
export interface ResidenceCheck {
  readonly person: string;
  readonly here: boolean;
  readonly day: string;
}

/** Body of an action `RESIDENCE_CHECKED`. */
export type CheckedBody = { readonly day: string } & Readonly<Record<CheckAnswer, readonly string[]>>;

/** What people asked said: of each person the latest word, and the day they were asked. */
export function checkAnswers(
  actions: readonly Action[],
): ReadonlyMap<string, { readonly answer: CheckAnswer; readonly day: string }> {
  const byPerson = new Map<string, { answer: CheckAnswer; day: string }>();
  for (const { kind, body } of actions) {
    if (kind !== RESIDENCE_CHECKED) continue;
    const { day, ...answers } = body as CheckedBody;
    for (const answer of CHECK_ANSWERS) for (const person of answers[answer]) byPerson.set(person, { answer, day });
  }
  return byPerson;
}

/** The same as checks: nobody whose answer is `unknown`. */
export const checksOf = (actions: readonly Action[]): readonly ResidenceCheck[] =>
  [...checkAnswers(actions)].flatMap(([person, { answer, day }]) =>
    answer === 'unknown' ? [] : [{ person, here: answer === 'here', day }],
  );

/** Days for which an answer holds. */
const DAYS_HELD = 365;

/** Checks that say something about a day: of that day or before, and not long ago. */
export const checksOn = (checks: readonly ResidenceCheck[], day: string): readonly ResidenceCheck[] =>
  checks.filter((check) => {
    const ago = (Date.parse(day) - Date.parse(check.day)) / 86_400_000;
    return ago >= 0 && ago < DAYS_HELD;
  });

/** Changes with the checks; empty where there are none. */
export const stampOf = (checks: readonly ResidenceCheck[]): string =>
  checks.length === 0
    ? ''
    : createHash('sha256')
        .update(
          checks
            .map(({ person, here, day }) => `${person} ${here} ${day}`)
            .toSorted()
            .join('\n'),
        )
        .digest('hex')
        .slice(0, 16);

/** Table `checked(person_id, here)`: answers, of people put together since under the person they are now. `events` is the relation of what happened in all versions before (`eventsSql`). */
export async function loadChecked(
  database: Database,
  checks: readonly ResidenceCheck[],
  events: string,
): Promise<void> {
  const merged = checks.length === 0 ? new Map<string, string>() : await mergedInto(database, events);
  const now = (person: string): string => {
    const into = merged.get(person);
    return into === undefined ? person : now(into);
  };
  const latest = new Map<string, boolean>();
  for (const { person, here } of checks.toSorted((a, b) => (a.day < b.day ? -1 : 1))) latest.set(now(person), here);
  await duckdbEngine(database.connection).load('checked', [
    { name: 'person_id', type: 'text', values: [...latest.keys()] },
    { name: 'is_here', type: 'integer', values: Array.from(latest.values(), Number) },
  ]);
}

async function mergedInto(database: Database, events: string): Promise<ReadonlyMap<string, string>> {
  const rows = await database.rows<{ person: string; other: string }>(
    `SELECT person, other FROM (SELECT kind, person, other FROM person_event UNION ALL SELECT kind, person, other FROM ${events}) WHERE kind = 'merged'`,
  );
  return new Map(rows.map(({ person, other }) => [other, person]));
}
