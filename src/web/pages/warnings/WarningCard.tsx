import { getArea } from '#plan';
import type { Warning } from '#warning';
import { Link } from 'wouter';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { Grade } from '../../figure/Grade.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { useAddress } from '../../url/use-address.ts';
import { comparedFigure } from '../../figure/compared-figure.ts';
import { Standing } from './Standing.tsx';
import { warningsText } from './text.ts';
import { useThresholdWords } from './use-threshold-words.ts';

/** One warning: grade, area, value against threshold, since when, what it means, and what the threshold rests on. */
export function WarningCard({ warning }: { warning: Warning }) {
  const { pack, book } = useSession();
  const text = useText(warningsText);
  const local = useLocal();
  const address = useAddress();
  const thresholdWords = useThresholdWords();
  const { rule, area, level, figure, since, kind, overridden } = warning;
  const firstYear = book.actualSeries(rule.indicator, area)[0]?.year;
  const when = kind === 'expected' ? text.reached : since === firstYear ? text.sinceFirst : text.since;
  const plain = rule.change === 'value';
  return (
    <li className={`wn-card grade-${level.level}`}>
      <div className="wn-title">
        <Grade grade={level.level} />
        <b>
          {local(getArea(pack, area).name)} · {local(rule.label)}
        </b>
      </div>
      <div className="wn-value">
        <FigureValue figure={comparedFigure(pack, warning)} />
        <small className="soft">{fill(text.atYear, { year: figure.year })}</small>
        {!plain && (
          <small className="soft">
            {text.itself} <FigureValue figure={figure} />
          </small>
        )}
      </div>
      <div>
        {thresholdWords(rule, level)}
        {overridden && <span className="wn-mark wn-own">◇ {text.overridden}</span>}
      </div>
      <div>
        {local(level.meaning)} <small className="soft">· {fill(when, { year: since })}</small>
      </div>
      <div className="wn-basis">
        <Standing source={level.source} />
      </div>
      <div className="wn-links">
        <Link href={address('/plan', { indicator: rule.indicator, ...(area === pack.info.city ? {} : { area }) })}>
          {text.toPlan}
        </Link>
        <Link href={address('/population', area === pack.info.city ? {} : { area })}>{text.toPopulation}</Link>
      </div>
    </li>
  );
}
