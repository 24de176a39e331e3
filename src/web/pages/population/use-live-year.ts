import { useCallback, useEffect, useRef, useState } from 'react';

const REST = 250;

/** The year as it moves at once, and in the URL once it rests, because browsers limit how often an address may change. */
export function useLiveYear(
  settled: number,
  settle: (year: number) => void,
): readonly [number, (year: number) => void] {
  const [live, setLive] = useState<number>();
  const commit = useRef(settle);
  useEffect(() => {
    commit.current = settle;
  }, [settle]);
  useEffect(() => {
    if (live === undefined) return;
    const timer = setTimeout(() => {
      commit.current(live);
      setLive(undefined);
    }, REST);
    return () => clearTimeout(timer);
  }, [live]);
  return [live ?? settled, useCallback((year: number) => setLive(year), [])];
}
