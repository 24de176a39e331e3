import type { AreaCode } from '#base';
import type { Indicator } from '#plan';
import { findArea } from '#plan';
import { SourceNote } from '../../figure/SourceNote.tsx';
import { figureText } from '../../figure/text.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { PlanValue } from '../../figure/PlanValue.tsx';
import { planText } from './text.ts';

/** Every dated value of an indicator, those of the area first, each with where it stands in the plan or elsewhere. */
export function ValuesTable({ indicator, area }: { indicator: Indicator; area: AreaCode }) {
  const { pack } = useSession();
  const text = useText(planText);
  const figure = useText(figureText);
  const local = useLocal();
  const placeOf = (code: AreaCode | undefined): AreaCode => code ?? pack.info.city;
  const values = [...indicator.values].sort(
    (a, b) =>
      Number(placeOf(b.area) === area) - Number(placeOf(a.area) === area) ||
      placeOf(a.area).localeCompare(placeOf(b.area)) ||
      a.at - b.at,
  );
  if (values.length === 0) return <p className="soft">{text.none}</p>;
  return (
    <div className="pl-scroll pl-values" tabIndex={0} role="region" aria-label={text.values}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.year}</th>
            <th scope="col">{text.area}</th>
            <th scope="col">{text.role}</th>
            <th scope="col" className="number">
              {text.value}
            </th>
            <th scope="col">{text.bound}</th>
            <th scope="col">{text.basis}</th>
            <th scope="col">{text.source}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value, index) => {
            const code = placeOf(value.area);
            const place = findArea(pack, code);
            return (
              <tr key={index}>
                <th scope="row">{value.at}</th>
                <td>{place === undefined ? code : local(place.name)}</td>
                <td>{text[`role-${value.role}`]}</td>
                <td className="number">
                  <PlanValue indicator={indicator} area={code} stated={{ ...value, bound: 'exactly' }} />
                </td>
                <td>{value.text === undefined ? text[value.bound] : text.none}</td>
                <td>{figure[value.basis ?? indicator.basis]}</td>
                <td className="pl-source">
                  <SourceNote source={value.source} />
                  {value.figures !== undefined && <small className="soft"> {value.figures.join(', ')}</small>}
                  {value.published !== undefined && (
                    <small className="soft"> {fill(text.known, { date: value.published })}</small>
                  )}
                  {value.doubtful !== undefined && (
                    <span className="pl-doubt">
                      ⚠ {text.doubtful}: {local(value.doubtful)}
                    </span>
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
