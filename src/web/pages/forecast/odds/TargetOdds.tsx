import { isMissing } from '#base';
import type { TargetProbability } from '#outlook';
import { getArea, getIndicator } from '#plan';
import { figureText } from '../../../figure/text.ts';
import { PlanValue } from '../../../figure/PlanValue.tsx';
import { unitName } from '../../../figure/format.ts';
import { useSession } from '../../../session.tsx';
import { fill } from '../../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import { oddsText } from './text.ts';

/** Each target of the plan with the share of trajectories that keep it; those that cannot be told stand apart, with the reason. */
export function TargetOdds({ targets }: { targets: readonly TargetProbability[] }) {
  const text = useText(oddsText);
  const untold = targets.filter(({ probability }) => isMissing(probability));
  return (
    <>
      <TargetTable targets={targets.filter(({ probability }) => !isMissing(probability))} />
      {untold.length > 0 && (
        <details>
          <summary>{fill(text.untold, { count: untold.length })}</summary>
          <TargetTable targets={untold} />
        </details>
      )}
    </>
  );
}

function TargetTable({ targets }: { targets: readonly TargetProbability[] }) {
  const { pack } = useSession();
  const text = useText(oddsText);
  const local = useLocal();
  const language = useLanguage();
  return (
    <div className="lab-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{text.indicator}</th>
            <th scope="col">{text.year}</th>
            <th scope="col" className="number">
              {text.target}
            </th>
            <th scope="col">{text.probability}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((entry) => {
            const indicator = getIndicator(pack, entry.indicator);
            return (
              <tr key={`${entry.indicator} ${entry.area} ${entry.target.at} ${entry.aim}`}>
                <th scope="row">
                  {entry.area === pack.info.city ? '' : `${local(getArea(pack, entry.area).name)} · `}
                  {local(indicator.label)} <small className="soft">{unitName(pack, indicator.unit, language)}</small>
                </th>
                <td>{entry.target.at}</td>
                <td className="number">
                  <PlanValue indicator={indicator} area={entry.area} stated={entry.target} />
                </td>
                <td>
                  <Odds entry={entry} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Odds({ entry: { probability, standardError = 0, set } }: { entry: TargetProbability }) {
  const text = useText(oddsText);
  const reasons = useText(figureText);
  if (isMissing(probability)) return <small className="soft">{reasons[probability.missing]}</small>;
  if (set === true) return <small className="soft">{text.set}</small>;
  return (
    <span className="lab-odds">
      <meter min={0} max={1} value={probability} aria-label={text.probability} />
      <b>{shareWords(probability)}</b>
      <small className="soft">
        {standardError > 0 && ` ± ${(100 * standardError).toFixed(1)}`} {text[wordOf(probability)]}
      </small>
    </span>
  );
}

/** A share in per cent; one of none or all of the trajectories is not said to be exactly that. */
function shareWords(share: number): string {
  if (share < 0.005) return '< 0.5 %';
  if (share > 0.995) return '> 99.5 %';
  return `${(100 * share).toFixed(share < 0.1 || share > 0.9 ? 1 : 0)} %`;
}

/** Words of likelihood as the IPCC uses them, joined to five. */
function wordOf(share: number): 'impossible' | 'unlikely' | 'even' | 'likely' | 'certain' {
  if (share < 0.01) return 'impossible';
  if (share < 0.33) return 'unlikely';
  if (share <= 0.66) return 'even';
  return share <= 0.99 ? 'likely' : 'certain';
}
