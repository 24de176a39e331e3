import type { Figure } from '#base';
import { isMissing } from '#base';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { formatValue, unitName } from '../../figure/format.ts';
import { figureText } from '../../figure/text.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { comparableBefore } from './change-figure.ts';
import { unitOf } from '../../figure/reference.ts';
import { Sparkline } from './Sparkline.tsx';
import { overviewText } from './text.ts';

/** Indicators that lead, where the pack has them. */
const KEY_INDICATORS = [
  'resident-population',
  'growth-rate',
  'total-fertility-rate',
  'natural-increase-rate',
  'share-65-plus',
  'share-0-14',
  'total-dependency-ratio',
  'urbanisation-rate',
  'sex-ratio-at-birth',
  'life-expectancy',
];

/** The latest known value of each leading indicator of the city, with its change and course. */
export function KeyFigures() {
  const { pack, book } = useSession();
  const text = useText(overviewText);
  const status = useText(figureText);
  const local = useLocal();
  const { city } = pack.info;
  const cards = KEY_INDICATORS.flatMap((id) => {
    const indicator = pack.indicators.find((entry) => entry.id === id);
    if (indicator === undefined) return [];
    const series = book.actualSeries(id, city);
    return [{ indicator, series, figure: series[series.length - 1] ?? book.actual(id, city, book.baseline.baseYear) }];
  });
  return (
    <ul className="ov-keys">
      {cards.map(({ indicator, series, figure }) => (
        <li key={indicator.id}>
          <div className="ov-key-label">{local(indicator.label)}</div>
          <FigureValue figure={figure} large />
          <div className="soft ov-key-date">
            {fill(text.asOf, { year: figure.year })} · {status[figure.status]}
          </div>
          {!isMissing(figure.value) && (
            <div className="ov-key-trend">
              <Sparkline figures={series.filter(({ basis }) => basis === figure.basis)} />
              <ChangeWords figure={figure} before={comparableBefore(series, figure)} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function ChangeWords({ figure, before }: { figure: Figure; before: Figure | undefined }) {
  const { pack } = useSession();
  const text = useText(overviewText);
  const language = useLanguage();
  if (before === undefined) return <span className="soft">{text.noCompare}</span>;
  const difference = Number(figure.value) - Number(before.value);
  const label = unitOf(pack, figure.unit)?.label.zh;
  const unit = label === '%' ? text.point : label === '‰' ? text.permillePoint : unitName(pack, figure.unit, language);
  const size = formatValue(pack, Math.abs(difference), figure.unit, language);
  const still = Number(size.replaceAll(',', '')) === 0;
  return (
    <span>
      {fill(text.against, { year: before.year })}{' '}
      {still ? text.unchanged : `${difference > 0 ? `▲${text.up}` : `▼${text.down}`} ${size} ${unit}`}
    </span>
  );
}
