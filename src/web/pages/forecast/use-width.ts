import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

/** Width of an element in px, followed as it changes; while hidden the last one holds. */
export function useWidth(element: RefObject<Element | null>, first = 400): number {
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return undefined;
    const measure = (): void => {
      const now = Math.floor(node.getBoundingClientRect().width);
      if (now > 0) setWidth(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
