import type { WarningLevel, WarningRule } from '#plan';
import { findIndicator, getArea, planAreas } from '#plan';
import type { Warning } from '#warning';
import { Grade } from '../../figure/Grade.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import type { Cell } from './cells.ts';
import { cellOf } from './cells.ts';
import { Standing } from './Standing.tsx';
import { warningsText } from './text.ts';
import { useThresholdWords } from './use-threshold-words.ts';

/** Every rule with all its thresholds, those of single districts included, and how many areas it holds in, does not, or cannot be judged for. */
export function RulesTable({ warnings }: { warnings: readonly Warning[] }) {
  const { pack, book } = useSession();
  const text = useText(warningsText);
  return (
    <section className="panel">
      <h2>{text.rules}</h2>
      <p className="soft">{text.rulesHint}</p>
      <div className="wn-scroll" tabIndex={0} role="region" aria-label={text.rules}>
        <table className="wn-rules">
          <thead>
            <tr>
              <th scope="col">{text.rule}</th>
              <th scope="col">{text.grade}</th>
              <th scope="col">{text.threshold}</th>
              <th scope="col">{text.meaning}</th>
              <th scope="col">{text.basis}</th>
            </tr>
          </thead>
          {pack.warnings.map((rule) => (
            <RuleRows
              key={rule.id}
              rule={rule}
              cells={planAreas(pack)
                .map((area) => cellOf(book, warnings, rule, area.code))
                .filter((cell) => cell.meant)}
            />
          ))}
        </table>
      </div>
    </section>
  );
}

function RuleRows({ rule, cells }: { rule: WarningRule; cells: readonly Cell[] }) {
  const { pack } = useSession();
  const text = useText(warningsText);
  const local = useLocal();
  const indicator = findIndicator(pack, rule.indicator);
  const sets: readonly { readonly title?: string; readonly levels: readonly WarningLevel[] }[] = [
    { levels: rule.levels },
    ...rule.overrides.map((own) => ({
      title: `◇ ${fill(text.ownLevels, { area: local(getArea(pack, own.area).name) })}: ${local(own.reason)}`,
      levels: own.levels,
    })),
  ];
  const lines = sets.reduce((sum, set) => sum + set.levels.length + (set.title === undefined ? 0 : 1), 0);
  const unknown = cells.filter((cell) => cell.obstacle !== undefined);
  const inForce = cells.filter((cell) => cell.observed !== undefined).length;
  const head = (
    <th scope="rowgroup" rowSpan={lines}>
      {local(rule.label)}
      <br />
      <small className="soft">
        {indicator !== undefined && local(indicator.label)} · {text[`scope-${rule.areas}`]}
      </small>
      <br />
      <small>
        {fill(text.inForce, { count: inForce })} ·{' '}
        {fill(text.notInForce, { count: cells.length - inForce - unknown.length })}
        {unknown.length > 0 && ` · ${fill(text.cannot, { count: unknown.length })}`}
      </small>
      {unknown.length > 0 && (
        <ul className="wn-unknown">
          {[...new Set(unknown.map((cell) => cell.obstacle!))].map((obstacle) => (
            <li key={obstacle}>
              ? {text[obstacle]}:{' '}
              {unknown
                .filter((cell) => cell.obstacle === obstacle)
                .map((cell) => local(getArea(pack, cell.area).name))
                .join(', ')}
            </li>
          ))}
        </ul>
      )}
    </th>
  );
  return (
    <tbody>
      {sets.flatMap((set, setIndex) => [
        ...(set.title === undefined
          ? []
          : [
              <tr key={`own ${setIndex}`}>
                <td colSpan={4} className="wn-own-title">
                  {set.title}
                </td>
              </tr>,
            ]),
        ...set.levels.map((level, index) => (
          <tr key={`${setIndex} ${index}`}>
            {setIndex === 0 && index === 0 && head}
            <LevelCells rule={rule} level={level} />
          </tr>
        )),
      ])}
    </tbody>
  );
}

function LevelCells({ rule, level }: { rule: WarningRule; level: WarningLevel }) {
  const local = useLocal();
  const thresholdWords = useThresholdWords();
  return (
    <>
      <td>
        <Grade grade={level.level} />
      </td>
      <td>{thresholdWords(rule, level)}</td>
      <td>{local(level.meaning)}</td>
      <td>
        <Standing source={level.source} />
      </td>
    </>
  );
}
