/** Texts that departments write where there is nothing to say. */
export const EMPTY_MARKS = ['-', '--', '—', '/', '无', '不详', '未知', 'NULL', 'null', '\\N', 'N/A'] as const;

const FULL_WIDTH = Array.from({ length: 94 }, (_, index) => String.fromCodePoint(0xff01 + index)).join('');
const HALF_WIDTH = Array.from({ length: 94 }, (_, index) => String.fromCodePoint(0x21 + index)).join('');

/** Stands between marks in one text, so that one search finds any of them; the engine would join a list of them to every column. */
const BETWEEN = '\u001f';
const ALL_MARKS = ['', ...EMPTY_MARKS, ''].join(BETWEEN);
const LONGEST_MARK = Math.max(...EMPTY_MARKS.map((mark) => new TextEncoder().encode(mark).length));

/** SQL of a column's text with full-width letters, digits and signs folded and blanks trimmed. */
export const foldedText = (column: string, text: (value: string) => string): string =>
  `trim(CASE WHEN strlen(${column}) = length(${column}) OR NOT regexp_matches(${column}, '[\uff01-\uff5e\u3000\u00a0]') THEN ${column}
    ELSE translate(${column}, ${text(`${FULL_WIDTH}\u3000\u00a0`)}, ${text(`${HALF_WIDTH}  `)}) END)`;

/** SQL of a folded text, with marks that say nothing taken for nothing. */
export const saidText = (folded: string, text: (value: string) => string): string =>
  `CASE WHEN strlen(${folded}) > ${LONGEST_MARK} THEN ${folded}
    WHEN NOT contains(${text(BETWEEN + ALL_MARKS)}, ${text(BETWEEN)} || ${folded} || ${text(BETWEEN)}) THEN ${folded} END`;
