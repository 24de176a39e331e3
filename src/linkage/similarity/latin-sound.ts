/** Spellings of one sound, applied in order. After the idea of Metaphone (Philips 1990); the table is ours and smaller. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^[kgp]n/, 'n'],
  [/^wr/, 'r'],
  [/^x/, 's'],
  [/mb$/, 'm'],
  [/ph/g, 'f'],
  [/tch|ch|sch|sh|ti(?=[ao])|ci(?=a)/g, 'x'],
  [/ck|q|c(?![eiy])/g, 'k'],
  [/c(?=[eiy])|z/g, 's'],
  [/gh(?=[^aeiouy]|$)/g, ''],
  [/dge?|g(?=[eiy])/g, 'j'],
  [/th/g, 't'],
  [/v/g, 'f'],
  [/w(?![aeiouy])|h/g, ''],
];

/** Code of a Latin word by its sound: consonants as heard, doubled ones once, the first vowel as `a`, no other vowels. */
export function latinSound(word: string): string {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const heard = RULES.reduce((text, [spelling, sound]) => text.replace(spelling, sound), plain);
  return (
    heard.slice(0, 1).replace(/[aeiouy]/, 'a') +
    heard
      .slice(1)
      .replace(/[aeiouy]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}
