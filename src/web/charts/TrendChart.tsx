import type { LineSeries } from '#charts';
import { shownValues, valueAxis } from '#charts';
import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { sourceWords } from '#plan';
import { useSession } from '../session.tsx';
import { formatValue, unitName } from '../figure/format.ts';
import { figureText } from '../figure/text.ts';
import { fill } from '../text/catalogue.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { EChart } from './EChart.tsx';
import type { Sheet } from './sheet.ts';
import { trendOption } from './trend-option.ts';
import { trendText } from './trend-text.ts';
import { useWide } from './use-wide.ts';

/**
 * Lines over years: `observed` solid with dots, `plan` dashed with diamonds at its values, `projection` each in a dotted or long-dashed
 * style of its own. `unit` is a unit id of the pack. Years that are left out, and points with a null value, stay gaps. The y axis is cut
 * where the values lie far from 0, and the chart then says so. The sheet holds exactly the points, with unit, status and source; `notes`
 * are added to it. Lines with the same `group` share a colour. `still` draws without animation, for charts that follow a handle.
 */
export function TrendChart({
  series,
  unit,
  title,
  name,
  height = 320,
  notes = [],
  extra,
  still = false,
}: {
  series: readonly LineSeries[];
  unit: string;
  title: string;
  /** File name: indicator-area-date. */
  name: string;
  height?: number;
  notes?: readonly string[];
  extra?: ReactNode;
  still?: boolean;
}) {
  const { pack } = useSession();
  const language = useLanguage();
  const text = useText(trendText);
  const figure = useText(figureText);
  const wide = useWide();
  const unitWords = unitName(pack, unit, language);
  const option = useMemo(() => {
    const words = {
      unit: unitWords,
      cut: text.cut,
      format: (value: number) => formatValue(pack, value, unit, language),
      status: (status: keyof typeof figure | 'between') => (status === 'between' ? text.between : figure[status]),
    };
    return trendOption(series, words, wide);
  }, [series, unit, unitWords, pack, language, text, figure, wide]);
  const shown = shownValues(series);
  if (shown.length === 0) return <Empty description={text.empty} image={Empty.PRESENTED_IMAGE_SIMPLE} />;
  const sheet = (): Sheet => ({
    columns: [
      text.year,
      text.line,
      text.kind,
      unitWords === '' ? text.value : `${text.value} (${unitWords})`,
      text.status,
      text.source,
    ],
    rows: series.flatMap((line) =>
      line.points.map(({ year, value, status, source }) => [
        year,
        line.label,
        text[line.kind],
        value,
        figure[status],
        source === undefined ? null : sourceWords(pack, source, language),
      ]),
    ),
    notes: [
      fill(text.unit, { unit: unitWords }),
      ...(valueAxis(shown).fromZero ? [] : [text.cut]),
      text.gaps,
      ...notes,
    ],
  });
  return (
    <EChart
      option={option}
      height={height}
      title={title}
      name={name}
      sheet={sheet}
      still={still}
      {...(extra === undefined ? {} : { extra })}
    />
  );
}
