import type { Language, Source } from '#base';
import type { Pack } from './pack.ts';

/** A source as one line of plain text, for sheets and notes: document, section, locating phrase, note. */
export function sourceWords(pack: Pack, source: Source, language: Language): string {
  if ('none' in source) return source.none;
  const document = pack.sources.find((entry) => entry.id === source.doc);
  const parts = [
    document?.title[language] ?? source.doc,
    source.section === undefined ? '' : `§${source.section}`,
    source.words === undefined ? '' : `“${source.words}”`,
    source.note === undefined ? '' : `(${source.note[language]})`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
