import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measure } from './measure.ts';

const web = resolve(import.meta.dirname, '../dist/web');

/** Gzipped bytes that a browser fetches before any page or chart: the entry's script and style with all it imports statically. */
export function firstLoad(): Measure[] {
  const html = readFileSync(resolve(web, 'index.html'), 'utf8');
  const wanted = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]!);
  const seen = new Set<string>();
  let bytes = gzipSync(html, { level: 9 }).length;
  while (wanted.length > 0) {
    const path = wanted.pop()!;
    if (seen.has(path)) continue;
    seen.add(path);
    const content = readFileSync(resolve(web, path));
    bytes += gzipSync(content, { level: 9 }).length;
    if (path.endsWith('.js'))
      for (const match of content.toString('utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
        wanted.push(`assets/${match[1]}`);
  }
  const kilobytes = bytes / 1000;
  return [
    {
      what: 'first load before pages and charts',
      bound: '<= 400 kB gzip',
      measured: `${kilobytes.toFixed(0)} kB in ${seen.size} files`,
      met: kilobytes <= 400,
      how: 'index.html, entry script and style and their static imports, gzip -9',
    },
  ];
}
