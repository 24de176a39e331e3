import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Ignored, Param, StateOf } from './params.ts';
import { readState, writeState } from './params.ts';

/**
 * A page's state, owned by the URL. `update` lays changes in and replaces the history entry, so that dragging does not fill the history.
 * `ignored` are the parts that made no sense.
 */
export function useUrlState<P extends Readonly<Record<string, Param<any>>>>(
  params: P,
): { state: StateOf<P>; update: (change: Partial<StateOf<P>>) => void; ignored: readonly Ignored[] } {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const { state, ignored } = useMemo(() => readState(params, search), [params, search]);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  const update = useCallback(
    (change: Partial<StateOf<P>>) => {
      const query = writeState(params, latest.current, change);
      latest.current = query;
      navigate(query === '' ? path : `${path}?${query}`, { replace: true });
    },
    [params, path, navigate],
  );
  return { state, update, ignored };
}
