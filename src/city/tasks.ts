import type { Pack } from '#plan';
import type { Day } from './calendar.ts';
import { contractsOf } from './contracts.ts';
import type { DeliveredFile } from './deliver.ts';
import { deliver } from './deliver.ts';
import type { Window } from './eyes.ts';
import { stirredPeople } from './eyes.ts';
import { feeds } from './feeds/index.ts';
import type { Numbering } from './identity-numbers.ts';
import { identityNumbers } from './identity-numbers.ts';
import type { Lives } from './lives/people.ts';
import { readPlaces } from './places.ts';
import { writeHouseholds, writeTruth } from './truth.ts';

/** Where a city is written, and what it is written by. */
export interface Setting {
  readonly pack: Pack;
  readonly out: string;
  readonly truth?: string | undefined;
}

/** What was lived, as threads share it. */
export interface Lived {
  readonly lives: Lives;
  readonly numbering: Numbering;
}

/** A part of the writing that needs no other: one dataset's files of a window, its households, or the truth of all days. */
export type Task =
  | { readonly write: 'feed'; readonly window: Window; readonly feed: number }
  | { readonly write: 'households'; readonly window: Window }
  | { readonly write: 'truth'; readonly until: Day };

/** Tells a thread that no more tasks come. */
export const END = 'end';

/** Does tasks, in any order, and gives the files delivered: whoever does them, the bytes are the same. */
export function taskDoer({ pack, out, truth }: Setting, { lives, numbering }: Lived) {
  const city = { lives, places: readPlaces(pack) };
  const numbers = identityNumbers(city, numbering);
  const contracts = contractsOf(pack);
  let stirred: { readonly asOf: Day; readonly people: Int32Array } | undefined;
  return async (task: Task): Promise<readonly DeliveredFile[]> => {
    if (task.write === 'feed') {
      const { window, feed } = task;
      const { asOf, since } = window;
      if (since !== undefined && stirred?.asOf !== asOf)
        stirred = { asOf, people: stirredPeople(city, { asOf, since }) };
      const delivery = { city, numbers, window, index: feed, feed: feeds[feed]!, contracts };
      return deliver({ ...delivery, stirred: since === undefined ? undefined : stirred!.people }, out, truth);
    }
    if (truth === undefined) return [];
    if (task.write === 'households') await writeHouseholds(truth, city, task.window.asOf);
    else await writeTruth(truth, city, numbers, task.until);
    return [];
  };
}
