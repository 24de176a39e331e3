import { Select } from 'antd';
import { useSession } from '../../session.tsx';
import { useLocal, useText } from '../../text/language.tsx';
import { forecastText } from './text.ts';

/** One of the indicators that a projection can tell. */
export function IndicatorChoice({
  indicators,
  indicator,
  onIndicator,
}: {
  indicators: readonly string[];
  indicator: string;
  onIndicator: (id: string) => void;
}) {
  const { pack } = useSession();
  const text = useText(forecastText);
  const local = useLocal();
  return (
    <Select
      size="small"
      aria-label={text.indicator}
      value={indicator}
      onChange={onIndicator}
      popupMatchSelectWidth={false}
      options={indicators.map((id) => ({
        value: id,
        label: local(pack.indicators.find((candidate) => candidate.id === id)!.label),
      }))}
    />
  );
}
