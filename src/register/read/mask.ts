/** A name as pages show it: the first and, from three characters on, the last one (张*明, 李*). */
export function maskName(name: string | null): string | null {
  if (name === null) return null;
  const characters = [...name];
  if (characters.length < 2) return '*';
  const hidden = '*'.repeat(Math.max(1, characters.length - 2));
  return characters.length === 2 ? `${characters[0]!}*` : `${characters[0]!}${hidden}${characters.at(-1)!}`;
}
