import type { AreaCode } from '#base';
import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import type { Solution } from '#outlook';
import { UNKNOWNS, firstOpenYear, plausibility, solve, tradeOff } from '#outlook';
import type { Assumption, Scenario } from '#plan';
import { getIndicator } from '#plan';
import type { Changes } from '#projection';
import { useMemo } from 'react';
import { formatValue, unitName } from '../../../figure/format.ts';
import { fill } from '../../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import type { LabYears } from '../lab.ts';
import type { AimChoice } from './aim.ts';
import { formatAim, planAims } from './aim.ts';
import { SolutionCard } from './SolutionCard.tsx';
import { solveText } from './text.ts';
import { TradeOffTable } from './TradeOffTable.tsx';

/** Total fertility rates at which the trade-off is worked out. */
const FERTILITIES = [1, 1.2, 1.4, 1.6, 1.8, 2.1];

/** Which fertility, migration or life expectancy reaches a target, and how that compares with the past. */
export function SolvePanel({
  book,
  scenario,
  changes,
  area,
  years,
  indicators,
  aim: chosen,
  onAim,
  onAdopt,
}: {
  book: FigureBook;
  scenario: Scenario;
  /** The user's changes as the projection runs them. */
  changes: Changes;
  area: AreaCode;
  years: LabYears;
  indicators: readonly string[];
  aim: AimChoice | undefined;
  onAim: (aim: AimChoice) => void;
  /** Takes values of an assumption over as the user's own. */
  onAdopt: (assumption: Assumption, values: Readonly<Record<number, number>>) => void;
}) {
  const { baseline } = book;
  const { pack } = baseline;
  const text = useText(solveText);
  const local = useLocal();
  const language = useLanguage();
  const presets = useMemo(() => planAims(pack, area, years, indicators), [pack, area, years, indicators]);
  const aim =
    chosen ??
    presets.findLast(({ indicator }) => indicator === presets[0]!.indicator) ??
    fallbackAim(book, scenario.id, area, years, indicators);
  const answers = useMemo(() => {
    if (aim === undefined) return undefined;
    const question = { scenario, changes, aim: { ...aim, area } };
    const solutions = UNKNOWNS.map((unknown) => {
      const answer = solve(baseline, { ...question, unknown });
      return { unknown, answer, judged: answer.found ? plausibility(baseline, answer, answer.value) : undefined };
    });
    const points = tradeOff(
      baseline,
      { ...question, unknown: 'netMigration' },
      { unknown: 'fertility', values: FERTILITIES },
    );
    return { solutions, points };
  }, [baseline, scenario, changes, aim, area]);
  const from = firstOpenYear(baseline, scenario);
  if (aim === undefined || answers === undefined) return <p className="soft">{text.notProjected}</p>;
  const named = ({ indicator, year, target }: AimChoice): string => {
    const { label, unit } = getIndicator(pack, indicator);
    return `${local(label)} ${year}: ${formatValue(pack, target, unit, language)} ${unitName(pack, unit, language)}`;
  };
  const adopt = ({ unknown, changes: needed, to }: Solution): void => {
    const course = needed[unknown]!;
    const points = [...new Set([from, ...years.handles, to])].filter((year) => year >= from && year <= to);
    onAdopt(unknown, Object.fromEntries(points.map((year) => [year, course[year]!])));
  };
  const preset = presets.findIndex((candidate) => formatAim(candidate) === formatAim(aim));
  return (
    <section className="panel lab-solve">
      <h2>{text.title}</h2>
      <p className="soft">{fill(text.intro, { scenario: local(scenario.label) })}</p>
      <div className="lab-aim">
        <label>
          <span>{text.planAim}</span>
          <select value={preset} onChange={(event) => onAim(presets[Number(event.target.value)] ?? aim)}>
            {preset < 0 && <option value={-1}>{text.ownAim}</option>}
            {presets.map((candidate, index) => (
              <option key={formatAim(candidate)} value={index}>
                {named(candidate)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{text.indicator}</span>
          <select
            value={aim.indicator}
            onChange={(event) => {
              const indicator = event.target.value;
              const { value } = book.projected(indicator, area, aim.year, scenario.id);
              onAim({ ...aim, indicator, target: isMissing(value) ? 0 : Number(value.toPrecision(4)) });
            }}
          >
            {indicators.map((id) => (
              <option key={id} value={id}>
                {local(getIndicator(pack, id).label)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{text.year}</span>
          <select value={aim.year} onChange={(event) => onAim({ ...aim, year: Number(event.target.value) })}>
            {Array.from({ length: years.horizon - years.anchor }, (_, index) => years.anchor + 1 + index).map(
              (year) => (
                <option key={year}>{year}</option>
              ),
            )}
          </select>
        </label>
        <label>
          <span>
            {text.target} ({unitName(pack, getIndicator(pack, aim.indicator).unit, language)})
          </span>
          <input
            key={formatAim(aim)}
            type="number"
            step="any"
            defaultValue={aim.target}
            onBlur={(event) => {
              const target = event.target.valueAsNumber;
              if (Number.isFinite(target) && target !== aim.target) onAim({ ...aim, target });
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
        </label>
      </div>
      <div className="lab-solutions">
        {answers.solutions.map(({ unknown, answer, judged }) => (
          <SolutionCard key={unknown} unknown={unknown} answer={answer} judged={judged} onAdopt={adopt} />
        ))}
      </div>
      {answers.points.some(({ answer }) => answer.found) && (
        <TradeOffTable baseline={baseline} points={answers.points} year={aim.year} from={from} />
      )}
    </section>
  );
}

/** Where the plan has no target to offer: what the scenario itself says of the first indicator after ten years. */
function fallbackAim(
  book: FigureBook,
  scenario: string,
  area: AreaCode,
  years: LabYears,
  indicators: readonly string[],
): AimChoice | undefined {
  const year = Math.min(years.anchor + 10, years.horizon);
  for (const indicator of indicators) {
    const { value } = book.projected(indicator, area, year, scenario);
    if (!isMissing(value)) return { indicator, year, target: Number(value.toPrecision(4)) };
  }
  return undefined;
}
