/** A division code in force from the start of a year until the start of another (GB/T 2260, county level and above). */
export interface DivisionRecord {
  readonly code: string;
  readonly name: string;
  /** 1981 stands for 1981 or before. */
  readonly from: number;
  /** Absent while in force. */
  readonly until?: number;
  /** Codes that took over its land at `until`. */
  readonly successors: readonly string[];
}

/** What became of division codes. */
export interface DivisionHistory {
  readonly records: readonly DivisionRecord[];
  /** Whether a code was ever in force. */
  knows(code: string): boolean;
  /** Its name in a year; the nearest record where the code was not in force then. */
  nameAt(code: string, year: number): string | undefined;
  /** Codes in force today on the land that a code meant in a year: itself, one, or several after a split; none if unknown. */
  today(code: string, year: number): readonly string[];
}

/** Lookup over division records. Identity numbers keep the code of the year they were given in: ask with that year. */
export function divisionHistory(records: readonly DivisionRecord[]): DivisionHistory {
  const byCode = new Map<string, DivisionRecord[]>();
  for (const record of records.toSorted((a, b) => a.from - b.from)) {
    const own = byCode.get(record.code);
    if (own === undefined) byCode.set(record.code, [record]);
    else own.push(record);
  }
  const recordAt = (code: string, year: number): DivisionRecord | undefined => {
    const own = byCode.get(code);
    return own?.find(({ until }) => until === undefined || year < until) ?? own?.at(-1);
  };
  const memo = new Map<string, readonly string[]>();
  const today = (code: string, year: number): readonly string[] => {
    const record = recordAt(code, year);
    if (record === undefined) return [];
    if (record.until === undefined) return [code];
    const key = `${code}${record.from}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    memo.set(key, []);
    const { until } = record;
    const isRenamed = byCode.get(code)?.some(({ from }) => from === until) === true;
    const heirs = record.successors.length > 0 ? record.successors : isRenamed ? [code] : [];
    const found = [...new Set(heirs.flatMap((heir) => today(heir, until)))];
    memo.set(key, found);
    return found;
  };
  return { records, knows: (code) => byCode.has(code), nameAt: (code, year) => recordAt(code, year)?.name, today };
}

/** Reads `code,name,from,until,successors` lines with a header; successors stand apart by blanks. */
export function parseDivisions(csv: string): DivisionRecord[] {
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code, name, from, until, successors] = line.split(',') as [string, string, string, string, string];
      return {
        code,
        name,
        from: Number(from),
        ...(until === '' ? {} : { until: Number(until) }),
        successors: successors === '' ? [] : successors.split(' '),
      };
    });
}
