/** One part of a page's state in the URL. `parse` returns undefined for a value that makes no sense. */
export interface Param<T> {
  readonly fallback: T;
  parse(text: string): T | undefined;
  format(value: T): string;
}

export const textParam = <T extends string>(options: readonly T[], fallback: T): Param<T> => ({
  fallback,
  parse: (text) => options.find((option) => option === text),
  format: (value) => value,
});

export const numberParam = (from: number, to: number, fallback: number): Param<number> => ({
  fallback,
  parse: (text) => {
    const value = Number(text);
    return text.trim() !== '' && value >= from && value <= to ? value : undefined;
  },
  format: String,
});

export const yearParam = (from: number, to: number, fallback: number): Param<number> => {
  const number = numberParam(from, to, fallback);
  return { ...number, parse: (text) => (/^\d{4}$/.test(text) ? number.parse(text) : undefined) };
};

/** Several of some options, joined by commas; unknown ones make the whole part senseless. */
export const listParam = <T extends string>(options: readonly T[], fallback: readonly T[]): Param<readonly T[]> => ({
  fallback,
  parse: (text) => {
    const items = text === '' ? [] : text.split(',');
    return items.every((item): item is T => options.includes(item as T)) ? [...new Set(items)] : undefined;
  },
  format: (value) => value.join(','),
});

type AnyParams = Readonly<Record<string, Param<any>>>;
export type StateOf<P extends AnyParams> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

/** Part of a query string that was ignored. */
export interface Ignored {
  readonly name: string;
  readonly text: string;
}

/** Reads a state from a query string: each part by itself; senseless parts fall back and are reported. */
export function readState<P extends AnyParams>(params: P, search: string): { state: StateOf<P>; ignored: Ignored[] } {
  const query = new URLSearchParams(search);
  const ignored: Ignored[] = [];
  const entries = Object.entries(params).map(([name, param]) => {
    const text = query.get(name);
    if (text === null) return [name, param.fallback];
    const value = param.parse(text);
    if (value === undefined) ignored.push({ name, text });
    return [name, value ?? param.fallback];
  });
  return { state: Object.fromEntries(entries) as StateOf<P>, ignored };
}

/** The query string with a state's differences from its fallbacks laid in; other parts are kept. */
export function writeState<P extends AnyParams>(params: P, search: string, state: Partial<StateOf<P>>): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(state)) {
    const param = params[name];
    if (param === undefined) continue;
    const text = param.format(value);
    if (text === param.format(param.fallback)) query.delete(name);
    else query.set(name, text);
  }
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}
