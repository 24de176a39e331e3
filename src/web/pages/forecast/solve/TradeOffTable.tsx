import type { TradeOffPoint } from '#outlook';
import { plausibility } from '#outlook';
import type { Baseline } from '#projection';
import { wholeNumber } from '../../../figure/format.ts';
import { fill } from '../../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import { solveText } from './text.ts';

/** For each fertility, the net migration that is then needed. */
export function TradeOffTable({
  baseline,
  points,
  year,
  from,
}: {
  baseline: Baseline;
  points: readonly TradeOffPoint[];
  year: number;
  from: number;
}) {
  const text = useText(solveText);
  const local = useLocal();
  const language = useLanguage();
  return (
    <div className="lab-trade-off">
      <h3>{text.tradeOff}</h3>
      <p className="soft">{fill(text.tradeOffHint, { year, from })}</p>
      <div className="lab-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                {text.fertility}
              </th>
              <th scope="col" className="number">
                {text.netMigration}
              </th>
              <th scope="col">{text.plausible}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ value, answer }) => (
              <tr key={value}>
                <td className="number">{value.toFixed(2)}</td>
                <td className="number">
                  {answer.found ? wholeNumber(Math.round(answer.value / 100) * 100, language) : '—'}
                </td>
                <td>
                  {answer.found
                    ? local(plausibility(baseline, answer, answer.value).sentences[0]!)
                    : local(answer.words)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
