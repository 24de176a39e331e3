import type { Language } from '#base';
import type { Pack } from '#plan';
import { formatValue } from '../../figure/format.ts';

/** A number in its unit's decimals, or in as many as it takes for a small one not to look like 0. */
export function exactText(pack: Pack, value: number, unitId: string, language: Language): string {
  const unit = pack.units.find((candidate) => candidate.id === unitId);
  const usual = unit?.decimals ?? 2;
  if (unit?.kind === 'year' || value === 0 || Math.abs(value) >= 0.5 * 10 ** -usual)
    return formatValue(pack, value, unitId, language);
  return value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { maximumSignificantDigits: 2 });
}
