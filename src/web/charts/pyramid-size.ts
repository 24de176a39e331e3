import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

/** Width of an element as it is laid out, so that a drawing keeps the size of its letters. */
export function useElementWidth(element: RefObject<HTMLElement | null>, fallback: number): number {
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return;
    const measure = (): void => {
      if (node.clientWidth > 0) setWidth(node.clientWidth);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return width;
}
