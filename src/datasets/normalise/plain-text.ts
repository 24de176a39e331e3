/** Texts that departments write where there is nothing to say. */
export const EMPTY_MARKS = ['-', '--', '—', '/', '无', '不详', '未知', 'NULL', 'null', '\\N', 'N/A'] as const;

const FULL_WIDTH = Array.from({ length: 94 }, (_, index) => String.fromCodePoint(0xff01 + index)).join('');
const HALF_WIDTH = Array.from({ length: 94 }, (_, index) => String.fromCodePoint(0x21 + index)).join('');

/** Regular expressions: nothing said, and whatever cannot stay as it is. */
const EMPTY = ['', ...EMPTY_MARKS.map((mark) => mark.replace('\\', '\\\\'))].join('|');
const UNTIDY = `[\\p{Zs}\uff01-\uff5e]|^(?:${EMPTY})$`;
const LONGEST_ASCII_MARK = 4;

/**
 * SQL of what a column says: blanks trimmed, marks that say nothing taken for nothing and, if asked, full-width letters, digits and signs folded.
 * Searching a text costs more than all else here, so longer ones without blanks in plain ASCII are spared it.
 */
export function saidText(column: string, text: (value: string) => string, fold: boolean): string {
  const folded = `translate(${column}, ${text(`${FULL_WIDTH}\u3000\u00a0`)}, ${text(`${HALF_WIDTH}  `)})`;
  const trimmed = `trim(${fold ? folded : column})`;
  return `CASE WHEN (strlen(${column}) <= ${LONGEST_ASCII_MARK} OR strlen(${column}) <> length(${column}) OR contains(${column}, ' '))
      AND regexp_matches(${column}, ${text(UNTIDY)})
    THEN CASE WHEN NOT regexp_full_match(${trimmed}, ${text(EMPTY)}) THEN ${trimmed} END ELSE ${column} END`;
}
