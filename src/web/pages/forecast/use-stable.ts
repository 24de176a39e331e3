import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that keeps its identity and always does what the latest render says; for events only, not while rendering. */
export function useStable<A extends readonly unknown[], R>(work: (...given: A) => R): (...given: A) => R {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((...given: A) => latest.current(...given), []);
}
