/**
 * Text of bytes as Chinese offices write them: UTF-8 (with or without a mark), UTF-16 with a mark (Excel's "Unicode text"),
 * else GB18030. The mark is taken off.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
