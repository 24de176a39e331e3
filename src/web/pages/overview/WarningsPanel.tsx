import type { Grade as GradeName } from '#warning';
import { GRADES, evaluateWarnings } from '#warning';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { getArea, referenceScenario } from '#plan';
import { comparedFigure } from '../../figure/compared-figure.ts';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { Grade } from '../../figure/Grade.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { overviewText } from './text.ts';
import { useAddress } from '../../url/use-address.ts';

const SHOWN = 7;

/** Counts by grade, and the gravest warnings in force. */
export function WarningsPanel() {
  const { pack, book } = useSession();
  const text = useText(overviewText);
  const local = useLocal();
  const address = useAddress();
  const scenario = referenceScenario(pack);
  const warnings = useMemo(() => evaluateWarnings(book, scenario.id), [book, scenario]);
  const observed = warnings.filter((warning) => warning.kind === 'observed');
  const expected = warnings.filter((warning) => warning.kind === 'expected');
  const count = (list: typeof warnings, grade: GradeName): number =>
    list.filter((warning) => warning.level.level === grade).length;
  return (
    <section className="panel">
      <h2 className="ov-head">
        {text.warnings}
        <Link href={address('/warnings')}>{text.allWarnings}</Link>
      </h2>
      <ul className="ov-grades">
        {[...GRADES].reverse().map((grade) => (
          <li key={grade} className={`ov-grade ov-${grade}`}>
            <Grade grade={grade} />
            <strong>{count(observed, grade)}</strong>
            <small>{fill(text.expectedCount, { count: count(expected, grade) })}</small>
          </li>
        ))}
      </ul>
      {observed.length === 0 ? (
        <p>{text.noWarnings}</p>
      ) : (
        <ul className="ov-warnings">
          {observed.slice(0, SHOWN).map((warning) => (
            <li key={`${warning.rule.id} ${warning.area}`}>
              <Grade grade={warning.level.level} />
              <span>
                {local(getArea(pack, warning.area).name)} · {local(warning.rule.label)}
              </span>
              <FigureValue figure={comparedFigure(pack, warning)} />
              <span className="soft">{fill(text.since, { year: warning.since })}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="source">{fill(text.expectedNote, { scenario: local(scenario.label) })}</p>
    </section>
  );
}
