import type { Assumption } from '#plan';
import type { FigureBook } from '#indicators';
import type { Projection } from '#projection';
import type { RefObject } from 'react';
import { useMemo, useState } from 'react';
import { useText } from '../../text/language.tsx';
import { KINDS } from './assumption-kinds.ts';
import { AssumptionEditor } from './AssumptionEditor.tsx';
import type { LabYears } from './lab.ts';
import { closedYears } from './lab.ts';
import { forecastText } from './text.ts';
import type { EditTools } from './use-edits.ts';

/** The curves on the screen by assumption, for pictures of them. */
export type Drawings = Map<Assumption, SVGSVGElement>;

/** The assumptions with their handles: all of them on a wide screen, one at a time on a narrow one. */
export function EditorsPanel({
  book,
  years,
  reference,
  values,
  tools: { changes, set, settle, reset },
  drawings,
}: {
  book: FigureBook;
  years: LabYears;
  reference: Projection;
  /** The projection with the user's changes. */
  values: Projection;
  tools: EditTools;
  drawings: RefObject<Drawings>;
}) {
  const text = useText(forecastText);
  const [tab, setTab] = useState<Assumption>(KINDS.find(({ id }) => changes[id] !== undefined)?.id ?? 'fertility');
  const implied = useMemo(() => closedYears(reference.used, years).target.length > 0, [reference, years]);
  const keep = useMemo(
    () =>
      new Map(
        KINDS.map(({ id }) => [
          id,
          (node: SVGSVGElement | null): void => {
            if (node === null) drawings.current.delete(id);
            else drawings.current.set(id, node);
          },
        ]),
      ),
    [drawings],
  );
  const editor = (kind: (typeof KINDS)[number]) => (
    <AssumptionEditor
      key={kind.id}
      ref={keep.get(kind.id)!}
      kind={kind}
      book={book}
      years={years}
      reference={reference}
      values={changes[kind.id] !== undefined || (kind.id === 'netMigration' && implied) ? values : reference}
      edits={changes[kind.id]}
      set={set}
      settle={settle}
      reset={reset}
    />
  );
  return (
    <section className="panel lab-editors" data-tab={tab}>
      <h2>{text.assumptions}</h2>
      <div className="lab-key soft">
        <span>● {text.history}</span>
        <span className="lab-dash">┅ {text.reference}</span>
        <span className="lab-solid">━ {text.ownLine}</span>
      </div>
      <div className="lab-tabs" role="group" aria-label={text.assumptions}>
        {KINDS.map(({ id }) => (
          <button key={id} type="button" aria-pressed={tab === id} onClick={() => setTab(id)}>
            {text[id]}
            {changes[id] !== undefined && <span className="lab-mark"> ●</span>}
          </button>
        ))}
      </div>
      <p className="soft lab-hint">{text.handleHint}</p>
      {KINDS.map((kind) => (
        <div key={kind.id} className={tab === kind.id ? 'lab-tab current' : 'lab-tab'}>
          {kind.id === 'redistribution' ? (
            <details open={changes[kind.id] !== undefined || tab === kind.id}>
              <summary>{text.more}</summary>
              {editor(kind)}
            </details>
          ) : (
            editor(kind)
          )}
        </div>
      ))}
    </section>
  );
}
