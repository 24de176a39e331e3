import { App, Button, Segmented, Space } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../text/catalogue.ts';
import { useText } from '../text/language.tsx';
import { savePng, saveSvg, saveXlsx, titled } from './download.ts';
import type { Sheet } from './sheet.ts';
import { SheetTable } from './SheetTable.tsx';
import { chartText } from './text.ts';

/**
 * Title, chart and its ways out: PNG, SVG, XLSX of what is shown, and the same as a table. `svg` gives the drawing as a
 * self-contained SVG text; `name` is the file name, indicator-area-date. `sheet` is asked only when needed.
 */
export function ChartFrame({
  title,
  name,
  svg,
  sheet,
  children,
  extra,
}: {
  title: string;
  name: string;
  svg: () => string;
  sheet: () => Sheet;
  children: ReactNode;
  extra?: ReactNode;
}) {
  const text = useText(chartText);
  const { message } = App.useApp();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const guard = (work: () => Promise<void> | void) => async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      message.error(fill(text.failed, { reason: String(error) }));
    }
  };
  return (
    <figure className="chart-frame" aria-label={title}>
      <figcaption>
        <span className="chart-title">{title}</span>
        {extra}
        <Space size={4} className="chart-tools">
          <Segmented
            size="small"
            value={view}
            onChange={setView}
            options={[
              { value: 'chart', label: text.chart },
              { value: 'table', label: text.table },
            ]}
          />
          <Button
            size="small"
            type="text"
            title={`${text.download} PNG`}
            onClick={guard(() => savePng(titled(svg(), title), name))}
          >
            PNG
          </Button>
          <Button
            size="small"
            type="text"
            title={`${text.download} SVG`}
            onClick={guard(() => saveSvg(titled(svg(), title), name))}
          >
            SVG
          </Button>
          <Button
            size="small"
            type="text"
            title={`${text.download} XLSX`}
            onClick={guard(() => saveXlsx({ title, ...sheet() }, name, { data: text.data, notes: text.notes }))}
          >
            XLSX
          </Button>
        </Space>
      </figcaption>
      <div hidden={view === 'table'}>{children}</div>
      {view === 'table' && <SheetTable sheet={sheet()} />}
    </figure>
  );
}
