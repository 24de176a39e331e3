import { useSyncExternalStore } from 'react';

const query = '(min-width: 641px)';

const subscribe = (changed: () => void): (() => void) => {
  const media = matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
};

/** Whether the window is wider than a phone. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches);
