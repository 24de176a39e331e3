import type { Changes } from '#projection';

/** The user's changes with what came before and after: undo and redo. `before` is where a move that is still going on began. */
export interface EditHistory {
  readonly past: readonly Changes[];
  readonly present: Changes;
  readonly future: readonly Changes[];
  readonly before?: Changes;
}

export type EditAction =
  | { readonly type: 'move'; readonly to: (present: Changes) => Changes }
  | { readonly type: 'settle'; readonly at?: Changes }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'replace'; readonly changes: Changes };

const DEPTH = 100;

export const startHistory = (present: Changes): EditHistory => ({ past: [], present, future: [] });

/**
 * `move` is a step that may go on (a drag, keys held down); `settle` makes one undo step of all moves since the last, with `at` only if
 * nothing has moved since then. `replace` takes
 * changes that came from elsewhere, the address, as a step.
 */
export function editHistory(history: EditHistory, action: EditAction): EditHistory {
  switch (action.type) {
    case 'move':
      return { ...history, before: history.before ?? history.present, present: action.to(history.present) };
    case 'settle':
      return action.at === undefined || action.at === history.present ? settled(history) : history;
    case 'undo': {
      const { past, present, future } = settled(history);
      const last = past[past.length - 1];
      return last === undefined
        ? { past, present, future }
        : { past: past.slice(0, -1), present: last, future: [present, ...future] };
    }
    case 'redo': {
      const { past, present, future } = settled(history);
      const next = future[0];
      return next === undefined
        ? { past, present, future }
        : { past: [...past, present], present: next, future: future.slice(1) };
    }
    case 'replace':
      return settled({ ...settled(history), before: history.present, present: action.changes });
  }
}

function settled({ past, present, future, before }: EditHistory): EditHistory {
  if (before === undefined || sameChanges(before, present)) return { past, present, future };
  return { past: [...past, before].slice(-DEPTH), present, future: [] };
}

/** Whether two sets of changes say the same. */
export const sameChanges = (a: Changes, b: Changes): boolean => a === b || changesKey(a) === changesKey(b);

const changesKey = (changes: Changes): string =>
  JSON.stringify(
    Object.entries(changes)
      .filter(([, edits]) => Object.keys(edits).length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
