import { useContext } from 'react';
import { findArea } from '#plan';
import { figureText } from '../../figure/text.ts';
import { useSession } from '../../session.tsx';
import { wordFor } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { PlaceNames } from './place-names.ts';
import type { Version } from './register-figure.ts';
import { registerWords } from './register-words.ts';

/** Makes words of what the register names: places, feeds, codes of a table of the pack, and kinds of things. */
export function useWords(): {
  place(...codes: readonly (string | null)[]): string;
  dataset(id: string): string;
  code(table: string, value: string | null): string;
  /** A value of an attribute, in words where it is a code or a place. */
  value(attribute: string, value: string): string;
  kind(kind: string): string;
  /** Title of a chart, which its files bear: of which day, and simulated where it is. */
  chart(version: Version, title: string): string;
} {
  const { pack } = useSession();
  const local = useLocal();
  const names = useContext(PlaceNames);
  const words = useText(registerWords);
  const statuses = useText(figureText);
  const code = (table: string, value: string | null): string => {
    if (value === null) return '—';
    const rows = pack.codeTables.find(({ id }) => id === table)?.rows ?? [];
    const rowsOf = rows.filter((row) => row.code === value || row.meaning === value);
    return rowsOf.length === 1 ? local(rowsOf[0]!) : wordFor(words, value);
  };
  const place = (...codes: readonly (string | null)[]): string =>
    codes
      .filter((code) => code !== null)
      .map((code) => {
        const area = findArea(pack, code);
        return area === undefined ? (names[code] ?? code) : local(area.name);
      })
      .join(' ') || '—';
  return {
    place,
    code,
    value: (attribute, value) => {
      const table = TABLES[attribute];
      return table !== undefined ? code(table, value) : PLACES.includes(attribute) ? place(value) : value;
    },
    dataset: (id) => {
      const contract = pack.datasets.find((dataset) => dataset.id === id);
      return contract === undefined ? id : local(contract.label);
    },
    kind: (kind) => wordFor(words, kind),
    chart: ({ known, simulated }, title) => [title, known, ...(simulated ? [statuses.simulated] : [])].join(' · '),
  };
}

/** Code tables of attributes whose values are codes. */
const TABLES: Readonly<Record<string, string>> = {
  sex: 'sex',
  nationality: 'nationality',
  education: 'education',
  maritalStatus: 'marital-status',
};

/** Attributes whose values are codes of areas. */
const PLACES: readonly string[] = ['county', 'township', 'hukou', 'hukouCounty', 'hukouTownship'];
