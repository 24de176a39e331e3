import type { WarningLevel, WarningRule } from '#plan';
import { findIndicator } from '#plan';
import { unitName } from '../../figure/format.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { percentUnit } from '../../figure/reference.ts';
import { warningsText } from './text.ts';

/** Makes words of a level's condition: what is compared, with which bounds, for how many years. */
export function useThresholdWords(): (rule: WarningRule, level: WarningLevel) => string {
  const { pack } = useSession();
  const text = useText(warningsText);
  const language = useLanguage();
  return (rule, { when }) => {
    const unitId = rule.change === 'value' ? findIndicator(pack, rule.indicator)?.unit : percentUnit(pack);
    const unit = unitId === undefined ? '' : unitName(pack, unitId, language);
    const bounds = (['atLeast', 'above', 'atMost', 'below'] as const).flatMap((name) => {
      const bound = when[name];
      return bound === undefined
        ? []
        : [fill(text[name], { value: `${String(bound).replace('-', '−')} ${unit}`.trim() })];
    });
    const condition = fill(text[`of-${rule.change}`], { bounds: bounds.join(` ${text.and} `) });
    return rule.years === 1 ? condition : fill(text.years, { years: rule.years, condition });
  };
}
