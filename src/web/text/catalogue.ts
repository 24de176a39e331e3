import type { Language } from '#base';

/** Texts of a page or a part in both languages; a key missing in one does not compile. */
export type Catalogue<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>;

export const catalogue = <K extends string>(zh: Record<K, string>, en: Record<NoInfer<K>, string>): Catalogue<K> => ({
  zh,
  en,
});

/** `{name}` in a text replaced by values. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));

/** The word of a catalogue for something that the server or the pack named; the name itself where the catalogue has none. */
export const wordFor = (texts: Readonly<Record<string, string>>, name: string): string => texts[name] ?? name;
