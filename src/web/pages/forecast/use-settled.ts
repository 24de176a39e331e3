import { useEffect, useState } from 'react';

/** A value that waits while handles move: what it was before the move, until the move is over. For parts that need not follow at once. */
export function useSettled<T>(value: T, moving: boolean): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (!moving) setSettled(value);
  }, [value, moving]);
  return settled;
}
