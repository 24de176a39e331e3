import { isMissing } from '#base';
import type { Evaluated, StatementResult, Verdict } from '#monitoring';
import { unitName } from '../../figure/format.ts';
import { figureText } from '../../figure/text.ts';
import { SourceNote } from '../../figure/SourceNote.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { exactText } from './exact-text.ts';
import { planText } from './text.ts';

const SIGNS: Readonly<Record<Verdict, string>> = {
  conflicts: '≠',
  agrees: '✓',
  'not-computable': '?',
  'text-only': '¶',
};

/** One contradiction: its verdict, each claim with number, arithmetic and source, the differences, and what the product does about it. */
export function StatementCard({ result, marked }: { result: StatementResult; marked: boolean }) {
  const { pack } = useSession();
  const text = useText(planText);
  const local = useLocal();
  const language = useLanguage();
  const { statement, claims, verdict, differences } = result;
  const { check } = statement;
  const unit = check === undefined ? '' : unitName(pack, check.unit, language);
  const show = (value: number): string =>
    check === undefined ? String(value) : exactText(pack, value, check.unit, language);
  const numbered = claims.flatMap((claim, index) => (claim === undefined ? [] : [index]));
  const absent = claims.flatMap((claim) => claim?.leaves.filter((leaf) => isMissing(leaf.value)) ?? []);
  return (
    <article
      id={`statement-${statement.id}`}
      className={`panel pl-statement pl-${verdict} ${marked ? 'pl-marked' : ''}`}
    >
      <header className="pl-head">
        <h2>
          <span className="soft">{statement.id}</span> {local(statement.title)}
        </h2>
        <span className="pl-verdict">
          <span aria-hidden="true">{SIGNS[verdict]}</span> {text[verdict]}
        </span>
        <span className="soft">
          {text.severity}: {text[statement.severity]}
        </span>
      </header>
      {check !== undefined && (
        <p className="soft">
          {text[`rule-${check.relation}`]}
          {check.within > 0 &&
            fill(check.relation === 'less' || check.relation === 'greater' ? text.margin : text.tolerance, {
              within: `${check.within} ${unit}`,
            })}
        </p>
      )}
      <div className="pl-scroll" tabIndex={0} role="region" aria-label={local(statement.title)}>
        <table className="pl-claims">
          <thead>
            <tr>
              <th scope="col">{text.claim}</th>
              <th scope="col" className="number">
                {text.number}
                {unit !== '' && ` (${unit})`}
              </th>
              <th scope="col">{text.arithmetic}</th>
              <th scope="col" className="number">
                {text.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            {statement.claims.map((claim, index) => {
              const evaluated = claims[index];
              const order = numbered.indexOf(index);
              const difference = differences[order - 1];
              return (
                <tr key={index}>
                  <th scope="row">
                    {local(claim.label)}
                    <br />
                    <SourceNote source={claim.source} />
                  </th>
                  <td className="number">
                    {evaluated === undefined ? (
                      <span className="soft">{text.noNumber}</span>
                    ) : (
                      <Number evaluated={evaluated} show={show} />
                    )}
                  </td>
                  <td>{evaluated !== undefined && <Arithmetic evaluated={evaluated} />}</td>
                  <td className="number">
                    {order === 0 && check !== undefined ? (
                      <span className="soft">{text.first}</span>
                    ) : difference === undefined ? (
                      ''
                    ) : (
                      `${difference > 0 ? '+' : ''}${show(difference)}`
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {statement.textOnly !== undefined && (
        <p>
          <b>{text.reason}</b> {local(statement.textOnly)}
        </p>
      )}
      {verdict === 'not-computable' && absent.length > 0 && (
        <p>
          <b>{text.reason}</b> {fill(text.missingInputs, { inputs: absent.map((leaf) => local(leaf.name)).join(', ') })}
        </p>
      )}
      <p>
        <b>{text.treatment}</b> {local(statement.treatment)}
      </p>
    </article>
  );
}

function Number({ evaluated: { value }, show }: { evaluated: Evaluated; show: (value: number) => string }) {
  const words = useText(figureText);
  return isMissing(value) ? <span className="soft">{words[value.missing]}</span> : <>{show(value)}</>;
}

/** The arithmetic as written, with the name and source of each number in it. A single number stands for itself. */
function Arithmetic({ evaluated: { arithmetic, leaves } }: { evaluated: Evaluated }) {
  const text = useText(planText);
  const words = useText(figureText);
  const local = useLocal();
  const single = leaves.length === 1;
  const list = (
    <ul className="pl-leaves">
      {leaves.map((leaf, index) => (
        <li key={index}>
          {local(leaf.name)}{' '}
          {single
            ? ''
            : `= ${isMissing(leaf.value) ? words[leaf.value.missing] : Math.round(leaf.value * 10_000) / 10_000}`}{' '}
          {!single && leaf.source !== undefined && <SourceNote source={leaf.source} />}
        </li>
      ))}
    </ul>
  );
  if (single) return list;
  return (
    <>
      <code>{arithmetic}</code>
      <details>
        <summary>{text.inputs}</summary>
        {list}
      </details>
    </>
  );
}
