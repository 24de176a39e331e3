import type { TargetStatus } from '#monitoring';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { useText } from '../../text/language.tsx';
import { PlanValue } from '../../figure/PlanValue.tsx';
import { planText } from './text.ts';

/** Each target of the area beside what the scenario gives for its year. */
export function Outlook({ status: { indicator, area, targets, outlook } }: { status: TargetStatus }) {
  const text = useText(planText);
  if (targets.length === 0) return <p className="soft">{text.noTargets}</p>;
  return (
    <div className="pl-scroll" tabIndex={0} role="region" aria-label={text.target}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.year}</th>
            <th scope="col">{text.target}</th>
            <th scope="col">{text.expected}</th>
            <th scope="col">{text.result}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target, index) => {
            const entry = outlook.find(
              ({ target: judged, aim }) => judged === target || (judged.at === target.at && aim === target.value),
            );
            return (
              <tr key={index}>
                <th scope="row">{target.at}</th>
                <td>
                  <PlanValue indicator={indicator} area={area} stated={target} />
                  {target.doubtful !== undefined && <span className="pl-doubt">⚠ {text.doubtful}</span>}
                </td>
                <td>{entry === undefined ? <span className="soft">—</span> : <FigureValue figure={entry.figure} />}</td>
                <td>
                  {entry === undefined ? (
                    <span className="soft">{text.inWords}</span>
                  ) : entry.met === undefined ? (
                    <span className="soft">? {text.unknown}</span>
                  ) : entry.met ? (
                    <span className="pl-met">✓ {text.met}</span>
                  ) : (
                    <span className="pl-missed">✕ {text.missed}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
