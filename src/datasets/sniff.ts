import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Dataset } from '#plan';

export type Format = Dataset['file']['format'];
export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030';

/** Bytes looked at. */
const LOOKED_AT = 256 * 1024;

/** What a file is by its first bytes, whatever its name says. */
export function sniff(path: string): { format: Format; encoding: Encoding } {
  const bytes = Buffer.alloc(LOOKED_AT);
  const file = openSync(path, 'r');
  const length = readSync(file, bytes, 0, LOOKED_AT, 0);
  closeSync(file);
  const head = bytes.subarray(0, length);
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return { format: 'parquet', encoding: 'utf-8' };
  if (head.subarray(0, 2).toString('latin1') === 'PK') return { format: 'xlsx', encoding: 'utf-8' };
  const encoding = encodingOf(head, length === LOOKED_AT);
  const text = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8').decode(head);
  return { format: /^\s*\{/.test(text) ? 'jsonl' : 'csv', encoding };
}

/**
 * Told by the first line that is not plain ASCII: one stray byte further down does not make a UTF-8 file GB18030; it costs that row its
 * character. The last line looked at may be cut and is left out, unless it is the only one.
 */
function encodingOf(head: Buffer, cut: boolean): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom';
  const end = cut ? head.lastIndexOf(0x0a) : head.length;
  const text = head.subarray(0, end < 0 ? head.length : end);
  let from = 0;
  while (from < text.length) {
    const next = text.indexOf(0x0a, from);
    const line = text.subarray(from, next < 0 ? text.length : next);
    if (line.some((byte) => byte > 0x7f)) return isUtf8(line) ? 'utf-8' : 'gb18030';
    from += line.length + 1;
  }
  return 'utf-8';
}
