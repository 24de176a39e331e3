import type { Language, Missing } from '#base';
import { isMissing } from '#base';
import type { Pack } from '#plan';

/** A value in a unit of the pack, with the unit's decimals and thousands separators; missing ones as a dash. */
export function formatValue(pack: Pack, value: number | Missing, unitId: string, language: Language): string {
  if (isMissing(value)) return '—';
  const unit = pack.units.find((candidate) => candidate.id === unitId);
  if (unit?.kind === 'year') return String(Math.round(value));
  const decimals = unit?.decimals ?? 2;
  return value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Words of a unit; nothing for one that has none. */
export const unitName = (pack: Pack, unitId: string, language: Language): string =>
  pack.units.find((unit) => unit.id === unitId)?.label[language] ?? '';
