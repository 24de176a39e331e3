/** A drawing on the page as a self-contained SVG text; parts marked `data-screen` stay behind. */
export function svgText(drawing: SVGSVGElement | null): string {
  if (drawing === null) return '';
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  for (const part of Array.from(copy.querySelectorAll('[data-screen]'))) part.remove();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}

/** Several drawings under each other, with a heading each, as one SVG text. */
export function stackedSvgText(
  drawings: readonly { readonly heading: string; readonly drawing: SVGSVGElement }[],
): string {
  const sizes = drawings.map(({ drawing }) => ({
    width: drawing.width.baseVal.value,
    height: drawing.height.baseVal.value + 24,
  }));
  const width = Math.max(1, ...sizes.map((size) => size.width));
  let top = 0;
  const parts = drawings.map(({ heading, drawing }, index) => {
    const part = `<g transform="translate(0 ${top})"><text x="8" y="17" font-size="13" font-weight="600" font-family="sans-serif">${escape(heading)}</text><g transform="translate(0 24)">${svgText(drawing)}</g></g>`;
    top += sizes[index]!.height;
    return part;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top}" viewBox="0 0 ${width} ${top}">${parts.join('')}</svg>`;
}

const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
