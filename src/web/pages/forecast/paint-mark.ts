/**
 * Measures `handle-to-paint`: from the time of the input event that moved a handle to the second animation frame after the commit that
 * shows it. Only the last few measures are kept, so that long sessions do not grow.
 */
export function markPaint(since: number): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (performance.getEntriesByName(NAME).length >= KEPT) performance.clearMeasures(NAME);
      performance.measure(NAME, { start: since, end: performance.now() });
    }),
  );
}

const NAME = 'handle-to-paint';
const KEPT = 500;
