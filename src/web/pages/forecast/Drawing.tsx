import type { SVGProps } from 'react';
import { FONT } from './colours.ts';

/** A drawing of a size, in the page's font, with its words for those who do not see it. */
export function Drawing({
  width,
  height,
  label,
  ...rest
}: SVGProps<SVGSVGElement> & { width: number; height: number; label: string }) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={FONT}
      fontSize={12}
      role="img"
      aria-label={label}
      {...rest}
    />
  );
}
