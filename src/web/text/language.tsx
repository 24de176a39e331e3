import type { Language, LocalText } from '#base';
import { createContext, useContext } from 'react';
import type { Catalogue } from './catalogue.ts';

export const LanguageContext = createContext<Language>('zh');

export const useLanguage = (): Language => useContext(LanguageContext);

/** A catalogue in the language of the page. */
export const useText = <K extends string>(texts: Catalogue<K>): Readonly<Record<K, string>> => texts[useLanguage()];

/** Picks the language of the page from a text of the pack. */
export function useLocal(): (text: LocalText) => string {
  const language = useLanguage();
  return (text) => text[language];
}
