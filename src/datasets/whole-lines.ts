/** A record of a delimited text that cannot be told from the next. */
export interface BrokenLine {
  readonly line: number;
  readonly text: string;
}

/** Most lines that one quoted value may go over. */
const LONGEST_RECORD = 20;

/**
 * Puts physical lines together to records: a line with an open quotation mark goes on in the next. One that does not close within 20 lines
 * is broken; the lines after it are read anew, so that one stray mark costs one row. Lines are counted from 1.
 */
export function recordJoiner(whole: (text: string, line: number) => void, broken: (line: BrokenLine) => void) {
  let open: { text: string; line: number }[] = [];
  let odd = false;
  const take = (text: string, line: number): void => {
    if (open.length === 0 && text === '') return;
    open.push({ text, line });
    if (hasOddQuotes(text)) odd = !odd;
    if (!odd) {
      whole(open.length === 1 ? text : open.map((part) => part.text).join('\n'), open[0]!.line);
      open = [];
    } else if (open.length > LONGEST_RECORD) giveUp();
  };
  const giveUp = (): void => {
    const [first, ...rest] = open;
    broken(first!);
    open = [];
    odd = false;
    for (const part of rest) take(part.text, part.line);
  };
  return {
    take,
    end: (): void => {
      while (open.length > 0) giveUp();
    },
  };
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
