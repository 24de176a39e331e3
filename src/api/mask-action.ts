import type { Action } from '#ledger';
import type { TrailAnswer } from './answers.ts';

/** An action as the trail shows it: ids of records without the sound of a name, and no long number that somebody wrote into a reason. */
export const maskAction = ({ id, at, by, kind, subject, area, reason }: Action): TrailAnswer['actions'][number] => ({
  id,
  at,
  by,
  kind,
  subject: subject.replace(/:[^|]*/g, ''),
  area,
  reason: reason.normalize('NFKC').replace(/\d{6,}[Xx]?/g, (digits) => '*'.repeat(digits.length)),
});
