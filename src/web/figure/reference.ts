import type { Pack, Unit } from '#plan';

export const unitOf = (pack: Pack, id: string): Unit | undefined => pack.units.find((unit) => unit.id === id);

/** Id of the pack's unit for per cent. */
export const percentUnit = (pack: Pack): string => pack.units.find((unit) => unit.label.zh === '%')?.id ?? 'percent';
