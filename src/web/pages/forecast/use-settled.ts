import { useState } from 'react';

/** A value that waits while handles move: what it was before the move, until the move is over. For parts that need not follow at once. */
export function useSettled<T>(value: T, moving: boolean): T {
  const [settled, setSettled] = useState(value);
  if (moving || settled === value) return settled;
  setSettled(value);
  return value;
}
