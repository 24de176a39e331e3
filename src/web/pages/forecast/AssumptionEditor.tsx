import { isMissing } from '#base';
import type { Edits, Span } from '#charts';
import { clamp, editorDomain } from '#charts';
import type { FigureBook } from '#indicators';
import type { Projection } from '#projection';
import { personsPer } from '#projection';
import { Button } from 'antd';
import type { Ref } from 'react';
import { memo, useMemo, useState } from 'react';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import type { AssumptionKind } from './assumption-kinds.ts';
import { marginOf } from './assumption-kinds.ts';
import type { CurvePoint } from './CurveEditor.tsx';
import { CurveEditor } from './CurveEditor.tsx';
import { formatAssumption } from './format-assumption.ts';
import { Handle } from './Handle.tsx';
import type { LabYears } from './lab.ts';
import { closedYears, curveOf, plausibleIn, referenceValue } from './lab.ts';
import { NumberField } from './NumberField.tsx';
import { forecastText } from './text.ts';
import type { EditTools } from './use-edits.ts';

const NO_EDITS: Edits = {};

/** One assumption: its curve with handles, a number field for each, what is implausible about it, and its reset. */
export const AssumptionEditor = memo(function AssumptionEditor({
  kind,
  book,
  years,
  reference,
  values,
  edits = NO_EDITS,
  ref,
  set,
  settle,
  reset,
}: {
  kind: AssumptionKind;
  book: FigureBook;
  years: LabYears;
  reference: Projection;
  /** The projection whose values are shown: the user's own, which equals the reference where nothing was changed. */
  values: Projection;
  edits: Edits | undefined;
  ref: Ref<SVGSVGElement>;
} & Pick<EditTools, 'set' | 'settle' | 'reset'>) {
  const text = useText(forecastText);
  const language = useLanguage();
  const [held, setHeld] = useState<Span>();
  const history = useMemo(() => historyOf(book, kind, years), [book, kind, years]);
  const around = useMemo(() => surroundings(book, kind, years), [book, kind, years]);
  const points = (projection: Projection): CurvePoint[] =>
    [...projection.used.keys()].map((year) => ({ year, value: usedValue(projection, kind, year) }));
  const before = { year: years.base, value: referenceValue(reference, kind.id, years.base) };
  const dashed = kind.id === 'netMigration' ? points(reference) : [before, ...points(reference)];
  const changed = Object.keys(edits).length > 0;
  const moved = changed || values !== reference;
  const solid = moved ? points(values).filter(({ year }) => year >= years.anchor) : undefined;
  const domain =
    held ??
    editorDomain(
      [...around, ...history.map(({ value }) => value), ...(solid ?? []).map(({ value }) => value)],
      marginOf(kind, 0),
      kind.bounds,
    );
  const handles = curveOf(reference, years, kind.id, edits).handles;
  const name = text[kind.id];
  const unit = text[`${kind.id}Unit`];
  const format = (value: number): string => formatAssumption(kind, value, language);
  const move =
    (year: number) =>
    (value: number | undefined, since: number): void => {
      const same = value !== undefined && Math.abs(value - referenceValue(reference, kind.id, year)) < kind.step / 100;
      set(kind.id, year, same ? undefined : value, since);
    };
  const stop = (): void => {
    setHeld(undefined);
    settle();
  };
  const closed = closedYears(values.used, years);
  const shown = handles.map((year) => ({
    year,
    value: edits[year] ?? usedValue(values, kind, year),
    changed: edits[year] !== undefined,
    ends: plausibleIn(book, kind, year),
    label: `${name} ${year}`,
  }));
  const odd = shown.filter(({ value, ends, changed: own }) => own && clamp(value, ends) !== value);
  return (
    <div className="lab-assumption" data-testid={`assumption-${kind.key}`}>
      <div className="lab-assumption-head">
        <h3 title={text[`${kind.id}Help`]}>
          {name} <small>{unit}</small>
          {changed && (
            <span className="lab-mark" role="img" aria-label={text.changed} title={text.changed}>
              ●
            </span>
          )}
        </h3>
        <Button
          size="small"
          type="link"
          disabled={!changed}
          aria-label={`${text.reset} ${name}`}
          onClick={() => reset(kind.id)}
        >
          {text.reset}
        </Button>
      </div>
      <CurveEditor
        ref={ref}
        label={`${name} (${unit})`}
        years={[Math.min(years.base, ...history.map(({ year }) => year)), years.horizon]}
        anchor={years.anchor}
        domain={domain}
        history={history}
        reference={dashed}
        own={solid}
        format={(value) =>
          formatAssumption(kind, value, language, Number.isInteger(value) ? 0 : Math.max(1, kind.decimals - 1))
        }
        handles={(x, y) =>
          shown.map((handle) => (
            <Handle
              key={handle.year}
              kind={kind}
              x={x(handle.year)}
              y={y}
              value={handle.value}
              changed={handle.changed}
              label={handle.label}
              valueText={`${format(handle.value)} ${unit}`}
              ends={handle.ends}
              domain={domain}
              onMove={move(handle.year)}
              onHold={() => setHeld(domain)}
              onSettle={stop}
            />
          ))
        }
      />
      <div className="lab-fields">
        {shown.map((handle) => (
          <NumberField
            key={handle.year}
            kind={kind}
            year={handle.year}
            value={handle.value}
            changed={handle.changed}
            label={`${handle.label} (${unit})`}
            text={text}
            onMove={move(handle.year)}
            onSettle={settle}
          />
        ))}
      </div>
      {kind.id === 'netMigration' && (
        <p className="lab-note">
          {closed.target.length > 0 && fill(text.closedTarget, ends(closed.target))}
          {changed && closedYears(reference.used, years).target.length > 0 && text.freed}
          {closed.target.length === 0 &&
            !changed &&
            closed.published.length > 0 &&
            fill(text.closedPublished, ends(closed.published))}
        </p>
      )}
      {odd.map(({ year, value, ends: [low, high] }) => (
        <p key={year} className="lab-odd" role="status">
          ⚠ {fill(text.implausible, { year, name, value: format(value), low: format(low), high: format(high) })}
        </p>
      ))}
    </div>
  );
});

const ends = (years: readonly number[]) => ({ from: years[0]!, to: years[years.length - 1]! });

const usedValue = (projection: Projection, kind: AssumptionKind, year: number): number =>
  projection.used.get(year)![kind.id];

/** What is known of an assumption's past, in its own unit. */
function historyOf(book: FigureBook, kind: AssumptionKind, years: LabYears): CurvePoint[] {
  const { pack } = book.baseline;
  const indicator = pack.indicators.find(({ id }) => id === kind.indicator);
  if (indicator === undefined) return [];
  const factor = kind.id === 'netMigration' ? personsPer(indicator.unit) : 1;
  return book
    .actualSeries(indicator.id, pack.info.city)
    .flatMap(({ year, value }) => (isMissing(value) || year > years.anchor ? [] : [{ year, value: value * factor }]));
}

/** Every value that the pack's scenarios use, so that editors of all references have one scale. */
const surroundings = (book: FigureBook, kind: AssumptionKind, years: LabYears): number[] =>
  [...book.projections.values()].flatMap((projection) =>
    [years.anchor, ...projection.used.keys()]
      .filter((year) => year >= years.anchor)
      .map((year) => usedValue(projection, kind, year)),
  );
