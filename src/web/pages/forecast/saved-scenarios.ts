/** A projection that a user gave a name: the laboratory's address without the view, kept in this browser. */
export interface SavedScenario {
  readonly name: string;
  /** Query string of reference and changes, e.g. `s=low&tfr=2030:1.5`. */
  readonly query: string;
}

/** As much of a browser's storage as is needed. */
export interface KeptTexts {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

export const MOST_SAVED = 20;
export const LONGEST_NAME = 30;

/** A name as it may be kept: blanks trimmed, no comma (names are joined by commas in addresses). */
export const tidyName = (name: string): string =>
  name
    .replace(/[,,\s]+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME);

/** The saved scenarios of a pack; what is not readable counts as none. */
export function readSaved(storage: KeptTexts, pack: string): readonly SavedScenario[] {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(keyOf(pack)) ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isSaved).slice(0, MOST_SAVED) : [];
  } catch {
    return [];
  }
}

/** Keeps the list; false where the browser refuses (private mode, no room). */
export function writeSaved(storage: KeptTexts, pack: string, saved: readonly SavedScenario[]): boolean {
  try {
    storage.setItem(keyOf(pack), JSON.stringify(saved));
    return true;
  } catch {
    return false;
  }
}

/** The list with a scenario put in; one of the same name is replaced in its place. */
export function withSaved(saved: readonly SavedScenario[], scenario: SavedScenario): readonly SavedScenario[] {
  return saved.some(({ name }) => name === scenario.name)
    ? saved.map((other) => (other.name === scenario.name ? scenario : other))
    : [...saved, scenario];
}

const keyOf = (pack: string): string => `popplus.scenarios.${pack}`;

const isSaved = (value: unknown): value is SavedScenario =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  tidyName(value.name) === value.name &&
  value.name !== '' &&
  'query' in value &&
  typeof value.query === 'string';
