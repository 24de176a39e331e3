import type { QuarantinedRow } from '#datasets';
import type { Dataset, DatasetField } from '#plan';
import { maskAddress, maskName } from '#register';

/** Values of a quarantined row by column, masked by the kind of their field; a line without columns is not shown. */
export function maskRow(dataset: Dataset, { raw = {} }: QuarantinedRow): Record<string, string | null> {
  const fields = new Map(dataset.fields.map((field) => [field.column, field]));
  return Object.fromEntries(
    Object.entries(raw).map(([column, value]) => [column, value === null ? null : mask(fields.get(column), value)]),
  );
}

/** Identity and mobile numbers, in whatever column they were put. */
const NUMBERS = /\d{14,17}[\dXx]|(?<!\d)1\d{10}(?!\d)/g;

/** What is not in the contract may be anything, a number too: all of it is hidden. */
function mask(field: DatasetField | undefined, value: string): string | null {
  if (value.trim() === '') return value;
  if (field === undefined) return '*'.repeat(value.length);
  if (field.type === 'identity-number' || field.type === 'phone' || field.holdsNumber) return cut(value);
  if (field.type === 'person-name') return maskName(value);
  if (field.type === 'address') return maskAddress(value);
  return value.replace(NUMBERS, cut);
}

/** The first quarter, at most four signs: enough to see what kind of number it is. */
const cut = (value: string): string =>
  value.slice(0, Math.min(4, Math.floor(value.length / 4))).padEnd(value.length, '*');
