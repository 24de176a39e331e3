import { Checkbox } from 'antd';
import { memo } from 'react';
import { useText } from '../../text/language.tsx';
import { MOST_SCENARIOS } from './forecast-params.ts';
import { IndicatorChoice } from './IndicatorChoice.tsx';
import { forecastText } from './text.ts';

/** What is compared: one indicator, and up to six scenarios. */
export const CompareChoices = memo(function CompareChoices({
  indicators,
  indicator,
  choices,
  scenarios,
  onIndicator,
  onScenarios,
}: {
  indicators: readonly string[];
  indicator: string;
  /** What may be chosen: the pack's scenarios and those saved. */
  choices: readonly { readonly id: string; readonly label: string }[];
  scenarios: readonly string[];
  onIndicator: (id: string) => void;
  onScenarios: (ids: readonly string[]) => void;
}) {
  const text = useText(forecastText);
  return (
    <div className="lab-choices">
      <IndicatorChoice indicators={indicators} indicator={indicator} onIndicator={onIndicator} />
      <Checkbox.Group
        aria-label={text.scenarioList}
        value={[...scenarios]}
        onChange={(chosen) => onScenarios(choices.map(({ id }) => id).filter((id) => chosen.includes(id)))}
        options={choices.map(({ id, label }) => ({
          value: id,
          label,
          disabled: scenarios.length >= MOST_SCENARIOS && !scenarios.includes(id),
        }))}
      />
      <span className="soft">{text.compareHint}</span>
    </div>
  );
});
