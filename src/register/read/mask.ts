import { parseIdNumber } from '#base';

/** A name as pages show it: the first and, from three characters on, the last one (张*明, 李*). */
export function maskName(name: string | null): string | null {
  if (name === null) return null;
  const characters = [...name];
  if (characters.length < 2) return '*';
  const hidden = '*'.repeat(Math.max(1, characters.length - 2));
  return characters.length === 2 ? `${characters[0]!}*` : `${characters[0]!}${hidden}${characters.at(-1)!}`;
}

/** An identity number as pages show it: 5105**********1234; of one that is none, the first two signs. */
export function maskNumber(written: string | null): string | null {
  if (written === null) return null;
  const text = written.normalize('NFKC').trim();
  const parsed = parseIdNumber(text);
  if ('fault' in parsed) return text.slice(0, 2).padEnd(Math.max(3, text.length), '*');
  return `${parsed.number.slice(0, 4)}${'*'.repeat(10)}${parsed.number.slice(14)}`;
}

/** An address as pages show it: without its numbers. */
export const maskAddress = (address: string | null): string | null =>
  address === null ? null : address.normalize('NFKC').replace(/\d+/g, '*');
