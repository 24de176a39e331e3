import { useCallback, useEffect, useState } from 'react';
import type { SavedScenario } from './saved-scenarios.ts';
import { readSaved, withSaved, writeSaved } from './saved-scenarios.ts';

export interface SavedTools {
  readonly saved: readonly SavedScenario[];
  /** False where the browser keeps nothing. */
  readonly save: (scenario: SavedScenario) => boolean;
  readonly remove: (name: string) => void;
}

/** The scenarios saved in this browser for a pack; other tabs' changes are followed. */
export function useSaved(pack: string): SavedTools {
  const [saved, setSaved] = useState(() => readSaved(localStorage, pack));
  useEffect(() => {
    const follow = (): void => setSaved(readSaved(localStorage, pack));
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [pack]);
  const keep = useCallback(
    (next: readonly SavedScenario[]): boolean => {
      const kept = writeSaved(localStorage, pack, next);
      if (kept) setSaved(next);
      return kept;
    },
    [pack],
  );
  return {
    saved,
    save: (scenario) => keep(withSaved(saved, scenario)),
    remove: (name) => void keep(saved.filter((other) => other.name !== name)),
  };
}
