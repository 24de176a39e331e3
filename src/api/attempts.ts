/** Counts failures by key in a sliding time, to slow down who guesses. */
export interface Attempts {
  /** Seconds until the next try is allowed; 0 where it is now. */
  wait(key: string): number;
  failed(key: string): void;
  succeeded(key: string): void;
}

/** Most keys remembered: the oldest are forgotten first. */
const MOST_KEYS = 10_000;

/** At most `limit` failures a key within `minutes`. */
export function attempts(limit: number, minutes: number, now: () => number = Date.now): Attempts {
  const failures = new Map<string, readonly number[]>();
  const recent = (key: string): readonly number[] =>
    (failures.get(key) ?? []).filter((at) => at > now() - minutes * 60_000);
  return {
    wait: (key) => {
      const times = recent(key);
      return times.length < limit ? 0 : Math.ceil((times[times.length - limit]! + minutes * 60_000 - now()) / 1000);
    },
    failed: (key) => {
      const times = [...recent(key), now()];
      failures.delete(key);
      failures.set(key, times.slice(-limit));
      if (failures.size > MOST_KEYS) failures.delete(failures.keys().next().value!);
    },
    succeeded: (key) => void failures.delete(key),
  };
}
