import type { Language } from '#base';
import type { AssumptionKind } from './assumption-kinds.ts';

/** A value of an assumption in words, with its decimals and thousands separators. */
export const formatAssumption = (
  kind: AssumptionKind,
  value: number,
  language: Language,
  decimals = kind.decimals,
): string =>
  (Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
