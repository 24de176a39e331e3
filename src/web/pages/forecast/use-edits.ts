import type { Assumption } from '#plan';
import type { Changes } from '#projection';
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useUrlState } from '../../url/use-url-state.ts';
import { editHistory, sameChanges, startHistory } from './edit-history.ts';
import { changesFromState, changesParams, stateFromChanges } from './forecast-params.ts';
import type { LabYears } from './lab.ts';
import { markPaint } from './paint-mark.ts';

/** Milliseconds after the last move before the URL is written. */
const WRITE_AFTER = 150;
/** Milliseconds without a key or step after which moves become one undo step. */
const SETTLE_AFTER = 600;

export interface EditTools {
  readonly changes: Changes;
  /** True while a handle is being moved or a number typed. */
  readonly moving: boolean;
  /** Sets a value, or takes it back with undefined; `since` is the time of the input event. */
  readonly set: (assumption: Assumption, year: number, value: number | undefined, since: number) => void;
  /** The move is over: it becomes one undo step. */
  readonly settle: () => void;
  readonly reset: (assumption?: Assumption) => void;
  /** Puts values of one assumption in place of those it has, as one undo step. */
  readonly adopt: (assumption: Assumption, values: Readonly<Record<number, number>>) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** Writes the URL at once. */
  readonly write: () => void;
}

/** The user's changes: held here while they move, with undo and redo, and written to the URL soon after. */
export function useEdits(years: LabYears): EditTools {
  const params = useMemo(() => changesParams(years), [years]);
  const { state, update } = useUrlState(params);
  const inUrl = useMemo(() => changesFromState(state), [state]);
  const [history, dispatch] = useReducer(editHistory, inUrl, startHistory);
  const written = useRef(inUrl);
  const changes = history.present;

  useEffect(() => {
    if (sameChanges(inUrl, written.current)) return;
    written.current = inUrl;
    dispatch({ type: 'replace', changes: inUrl });
  }, [inUrl]);

  const write = useCallback(() => {
    if (sameChanges(changes, written.current)) return;
    written.current = changes;
    update(stateFromChanges(changes));
  }, [changes, update]);
  useEffect(() => {
    const timer = setTimeout(write, WRITE_AFTER);
    return () => clearTimeout(timer);
  }, [write]);

  const moving = history.before !== undefined;
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setTimeout(() => dispatch({ type: 'settle', at: changes }), SETTLE_AFTER);
    return () => clearTimeout(timer);
  }, [moving, changes]);

  const set = useCallback<EditTools['set']>((assumption, year, value, since) => {
    flushSync(() => dispatch({ type: 'move', to: (present) => withEdit(present, assumption, year, value) }));
    markPaint(since);
  }, []);
  const settle = useCallback(() => dispatch({ type: 'settle' }), []);
  const reset = useCallback((assumption?: Assumption) => {
    dispatch({ type: 'move', to: (present) => (assumption === undefined ? {} : without(present, assumption)) });
    dispatch({ type: 'settle' });
  }, []);
  const adopt = useCallback<EditTools['adopt']>((assumption, values) => {
    dispatch({ type: 'move', to: (present) => ({ ...present, [assumption]: values }) });
    dispatch({ type: 'settle' });
  }, []);
  const undo = useCallback(() => dispatch({ type: 'undo' }), []);
  const redo = useCallback(() => dispatch({ type: 'redo' }), []);
  return {
    changes,
    moving,
    set,
    settle,
    reset,
    adopt,
    undo: history.past.length > 0 || moving ? undo : undefined,
    redo: history.future.length > 0 && !moving ? redo : undefined,
    write,
  };
}

function withEdit(changes: Changes, assumption: Assumption, year: number, value: number | undefined): Changes {
  const edits: Record<number, number> = { ...changes[assumption] };
  if (value === undefined) delete edits[year];
  else edits[year] = value;
  return Object.keys(edits).length === 0 ? without(changes, assumption) : { ...changes, [assumption]: edits };
}

const without = (changes: Changes, assumption: Assumption): Changes =>
  Object.fromEntries(Object.entries(changes).filter(([name]) => name !== assumption));
