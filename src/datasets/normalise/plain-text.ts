/** Texts that departments write where there is nothing to say. */
export const EMPTY_MARKS = ['-', '--', '—', '/', '无', '不详', '未知', 'NULL', 'null', '\\N', 'N/A'] as const;

const FULL_WIDTH = Array.from({ length: 94 }, (_, index) => String.fromCodePoint(0xff01 + index)).join('');
const HALF_WIDTH = Array.from({ length: 94 }, (_, index) => String.fromCodePoint(0x21 + index)).join('');

/** SQL of a column's text with full-width letters, digits and signs folded and blanks trimmed; texts of single bytes are left as they are. */
export const foldedText = (column: string, text: (value: string) => string): string =>
  `trim(CASE WHEN strlen(${column}) = length(${column}) THEN ${column}
    ELSE translate(${column}, ${text(`${FULL_WIDTH}\u3000\u00a0\t`)}, ${text(`${HALF_WIDTH}   `)}) END)`;

/** SQL of a folded text, with marks that say nothing taken for nothing. */
export const saidText = (folded: string, text: (value: string) => string): string =>
  `CASE WHEN ${folded} NOT IN (${['', ...EMPTY_MARKS].map(text).join(', ')}) THEN ${folded} END`;
