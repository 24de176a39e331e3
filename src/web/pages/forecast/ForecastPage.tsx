import { describeProblem, isMissing } from '#base';
import { findArea } from '#plan';
import { targetTracks } from '#outlook';
import { Alert } from 'antd';
import { useDeferredValue, useMemo, useRef } from 'react';
import { useSearch } from 'wouter';
import { IgnoredNote } from '../../frame/IgnoredNote.tsx';
import { TabBar } from '../../frame/TabBar.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { readState } from '../../url/params.ts';
import { useUrlState } from '../../url/use-url-state.ts';
import { KINDS } from './assumption-kinds.ts';
import { AssumptionTable } from './AssumptionTable.tsx';
import { CheckPanel } from './check/CheckPanel.tsx';
import { packScenarios, savedScenarios } from './compared-lines.ts';
import { ComparePanel } from './ComparePanel.tsx';
import { DistrictPanel } from './DistrictPanel.tsx';
import type { Drawings } from './EditorsPanel.tsx';
import { EditorsPanel } from './EditorsPanel.tsx';
import './forecast.css';
import { TOOLS, changesParams, changesWords, ignoredEntries, scenarioQuery, viewParams } from './forecast-params.ts';
import { OWN, labYears, ownProjection } from './lab.ts';
import { LabBar } from './LabBar.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { OddsPanel } from './odds/OddsPanel.tsx';
import { POPULATION, PopulationPanel } from './PopulationPanel.tsx';
import { PyramidPanel } from './PyramidPanel.tsx';
import { SavedList } from './SavedList.tsx';
import { SolvePanel } from './solve/SolvePanel.tsx';
import { SplitPanel } from './split/SplitPanel.tsx';
import { stackedSvgText } from './svg-text.ts';
import { forecastText } from './text.ts';
import { useSaved } from './use-saved.ts';
import { useSimulation } from './use-simulation.ts';
import { useStable } from './use-stable.ts';
import { useSettled } from './use-settled.ts';
import { useEdits } from './use-edits.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The laboratory: assumptions to change on the left, what follows from them at once on the right. */
export default function ForecastPage() {
  const { pack, book } = useSession();
  const text = useText(forecastText);
  const language = useLanguage();
  const local = useLocal();
  const years = useMemo(() => labYears(book), [book]);
  const indicators = useMemo(() => comparable(book, years.horizon), [book, years]);
  const { saved, save, remove } = useSaved(pack.info.id);
  const params = useMemo(
    () =>
      viewParams(
        pack,
        years,
        indicators,
        saved.map(({ name }) => name),
      ),
    [pack, years, indicators, saved],
  );
  const { state: view, update, ignored } = useUrlState(params);
  const search = useSearch();
  const ignoredChanges = useMemo(
    () => [...readState(changesParams(years), search).ignored, ...ignoredEntries(years, search)],
    [years, search],
  );
  const tools = useEdits(years);
  const { changes, moving } = tools;
  useShortcuts(tools.undo, tools.redo);

  const reference = book.projections.get(view.s)!;
  const changed = Object.keys(changes).length > 0;
  const own = useMemo(
    () => (changed ? ownProjection(book, reference, years, changes) : undefined),
    [changed, book, reference, years, changes],
  );
  const values = own?.projection ?? reference;
  const tracks = useMemo(() => {
    const shown = [{ indicator: POPULATION, area: view.area }];
    if (view.tool !== 'odds') return shown;
    return [...shown, { indicator: view.show, area: view.area }, ...targetTracks(book)];
  }, [view.area, view.tool, view.show, book]);
  const draws = { count: moving ? WHILE_MOVING : Number(view.draws), seed: view.seed };
  const simulation = useSimulation(values, tracks, draws);
  const later = useDeferredValue(own);
  const settled = useSettled(own, moving);
  const settledChanges = useSettled(changes, moving);

  const drawings = useRef<Drawings>(new Map());

  const choices = useMemo(
    () => [...packScenarios(book, language), ...savedScenarios(book, years, saved)],
    [book, language, years, saved],
  );
  const areaName = local(findArea(pack, view.area)!.name);
  const notes = useStable((): readonly string[] => [
    `${text.reference}: ${local(reference.scenario.label)}`,
    changed ? fill(text.changesNote, { changes: changesWords(changes, years) }) : text.noChanges,
    fill(text.note, { year: years.base }),
    text.notOfficial,
  ]);
  const drawn = useStable(() =>
    stackedSvgText(
      KINDS.flatMap(({ id }) => {
        const drawing = drawings.current.get(id);
        return drawing === undefined ? [] : [{ heading: `${text[id]} (${text[`${id}Unit`]})`, drawing }];
      }),
    ),
  );
  const problems = values.problems.map((problem) => {
    const area = findArea(pack, String(problem.params['area']));
    const named = area === undefined ? problem : { ...problem, params: { ...problem.params, area: local(area.name) } };
    return describeProblem(named, language);
  });
  const onYear = useStable((year: number): void =>
    update({ year: Math.min(years.horizon, Math.max(years.base, year)) }),
  );
  const onUndo = useStable(() => tools.undo?.());
  const onRedo = useStable(() => tools.redo?.());
  const onReset = useStable(() => tools.reset());
  const onCopy = useStable(tools.write);
  const onScenario = useStable((s: string): void => update({ s }));
  const onArea = useStable((area: string): void => update({ area }));
  const onIndicator = useStable((show: string): void => update({ show }));
  const onSave = useStable((name: string): boolean => {
    const kept = save({ name, query: scenarioQuery(view.s, changes, years) });
    if (kept) {
      tools.write();
      update({ name });
    }
    return kept;
  });
  const onRemove = useStable((name: string): void => {
    update({ with: view.with.filter((id) => id !== name) });
    remove(name);
  });
  const onScenarios = useStable((chosen: readonly string[]): void => update({ with: chosen }));

  return (
    <section className="page lab">
      <IgnoredNote ignored={[...ignored, ...ignoredChanges]} />
      <h1>{text.title}</h1>
      <p className="soft lab-caveat">{text.notOfficial}</p>
      <LabBar
        scenario={view.s}
        area={view.area}
        changed={changed}
        canUndo={tools.undo !== undefined}
        canRedo={tools.redo !== undefined}
        onUndo={onUndo}
        onRedo={onRedo}
        onReset={onReset}
        onCopy={onCopy}
        onScenario={onScenario}
        onArea={onArea}
        saved={<SavedList key={view.name} name={view.name} saved={saved} onSave={onSave} onRemove={onRemove} />}
      />
      <div className="lab-main">
        <EditorsPanel
          book={book}
          years={years}
          reference={reference}
          values={values}
          tools={tools}
          drawings={drawings}
        />
        <div className="lab-results">
          <div className="lab-charts">
            <PopulationPanel
              book={book}
              own={own}
              area={view.area}
              areaName={areaName}
              scenario={view.s}
              year={view.year}
              drawn={simulation.values}
              notes={notes}
            />
            <PyramidPanel
              book={book}
              reference={reference}
              values={values}
              area={view.area}
              areaName={areaName}
              year={view.year}
              years={years}
              notes={notes}
              onYear={onYear}
            />
          </div>
          {problems.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={text.problems}
              description={
                <ul className="lab-problems">
                  {problems.map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              }
            />
          )}
          <OutcomeTable
            book={book}
            own={own}
            area={view.area}
            scenario={view.s}
            years={years.outcomes}
            moving={moving}
            notes={notes}
          />
        </div>
      </div>
      <TabBar
        label={text.tools}
        chosen={view.tool}
        onChoose={(tool) => update({ tool })}
        tabs={TOOLS.map((id) => ({ id, label: text[`${id}Tool`] }))}
      />
      {view.tool === 'compare' && (
        <ComparePanel
          book={book}
          own={later}
          moving={moving}
          area={view.area}
          areaName={areaName}
          indicators={indicators}
          indicator={view.show}
          choices={choices}
          scenarios={view.with}
          years={years.outcomes}
          year={view.year}
          notes={notes}
          onIndicator={onIndicator}
          onScenarios={onScenarios}
        />
      )}
      {view.tool === 'districts' && (
        <DistrictPanel
          book={book}
          own={settled}
          indicators={indicators}
          indicator={view.show}
          scenario={view.s}
          notes={notes}
          onIndicator={onIndicator}
        />
      )}
      {view.tool === 'odds' && (
        <OddsPanel
          book={book}
          shownBook={own?.book ?? book}
          projection={values}
          simulation={simulation}
          draws={draws}
          area={view.area}
          areaName={areaName}
          indicators={indicators}
          indicator={view.show}
          years={years.outcomes}
          year={view.year}
          notes={notes}
          onIndicator={onIndicator}
          onDraws={({ count, seed }) => update({ draws: String(count), seed })}
        />
      )}
      {view.tool === 'solve' && (
        <SolvePanel
          book={book}
          scenario={reference.scenario}
          changes={settled?.projection.changes ?? NO_CHANGES}
          area={view.area}
          years={years}
          indicators={indicators}
          aim={view.aim}
          onAim={(aim) => update({ aim })}
          onAdopt={tools.adopt}
        />
      )}
      {view.tool === 'check' && <CheckPanel book={book} />}
      {view.tool === 'split' && (
        <SplitPanel
          book={book}
          choices={
            settled === undefined
              ? choices
              : [...choices, { id: OWN, label: text.ownLine, book: settled.book, scenario: OWN }]
          }
          from={view.from}
          to={view.to}
          area={view.area}
          areaName={areaName}
          indicators={indicators}
          indicator={view.show}
          years={years.outcomes}
          notes={notes}
          onFrom={(from) => update({ from })}
          onTo={(to) => update({ to })}
          onIndicator={onIndicator}
        />
      )}
      {view.tool === 'table' && (
        <AssumptionTable
          reference={reference}
          values={settled?.projection ?? reference}
          years={years}
          edits={settled === undefined ? NO_CHANGES : settledChanges}
          notes={notes}
          svg={drawn}
          draws={draws}
        />
      )}
    </section>
  );
}

const NO_CHANGES = {};
/** Trajectories drawn while a handle moves: enough for a band that follows. */
const WHILE_MOVING = 50;

/** Indicators that a projection can tell, in the pack's order, population first. */
function comparable(book: ReturnType<typeof useSession>['book'], year: number): string[] {
  const { pack } = book.baseline;
  const [scenario] = book.projections.keys();
  const known = pack.indicators
    .filter(({ formula }) => formula !== undefined)
    .map(({ id }) => id)
    .filter((id) => scenario !== undefined && !isMissing(book.projected(id, pack.info.city, year, scenario).value));
  return known.includes('resident-population')
    ? ['resident-population', ...known.filter((id) => id !== 'resident-population')]
    : known;
}
