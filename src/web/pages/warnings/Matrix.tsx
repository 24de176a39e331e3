import { planAreas } from '#plan';
import type { Warning } from '#warning';
import { Grade } from '../../figure/Grade.tsx';
import { signalText } from '../../figure/signal-text.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import type { Cell } from './cells.ts';
import { cellOf } from './cells.ts';
import { warningsText } from './text.ts';
import type { UpdateWarnings, WarningState } from './warning-params.ts';

/** Rules by areas: the grade in force in each cell, and the higher ones to come. A cell narrows the list to itself. */
export function Matrix({
  warnings,
  state,
  update,
}: {
  warnings: readonly Warning[];
  state: WarningState;
  update: UpdateWarnings;
}) {
  const { pack, book } = useSession();
  const text = useText(warningsText);
  const local = useLocal();
  const areas = planAreas(pack);
  return (
    <section className="panel">
      <h2>{text.matrix}</h2>
      <p className="soft">{text.matrixHint}</p>
      <div className="wn-scroll" tabIndex={0} role="region" aria-label={text.matrix}>
        <table className="wn-matrix">
          <thead>
            <tr>
              <th scope="col">{text.rule}</th>
              {areas.map((area) => (
                <th key={area.code} scope="col">
                  <button
                    type="button"
                    aria-pressed={state.area === area.code}
                    onClick={() => update({ area: state.area === area.code ? 'all' : area.code, rule: 'all' })}
                  >
                    {local(area.name)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pack.warnings.map((rule) => (
              <tr key={rule.id}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={state.rule === rule.id && state.area === 'all'}
                    onClick={() =>
                      update({ rule: state.rule === rule.id && state.area === 'all' ? 'all' : rule.id, area: 'all' })
                    }
                  >
                    {local(rule.label)}
                  </button>
                </th>
                {areas.map((area) => {
                  const cell = cellOf(book, warnings, rule, area.code);
                  const chosen = state.rule === rule.id && state.area === area.code;
                  return (
                    <td key={area.code} className={chosen ? 'wn-chosen' : ''}>
                      <CellContent
                        cell={cell}
                        place={local(area.name)}
                        onPress={() =>
                          update(
                            chosen
                              ? { rule: 'all', area: 'all' }
                              : { rule: rule.id, area: area.code, grade: 'all', kind: 'all' },
                          )
                        }
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="source wn-key">{text.key}</p>
    </section>
  );
}

function CellContent({ cell, place, onPress }: { cell: Cell; place: string; onPress: () => void }) {
  const text = useText(warningsText);
  const signal = useText(signalText);
  const local = useLocal();
  const { observed, expected, obstacle, meant, rule } = cell;
  if (!meant) return <span className="unseen">{text.cellOutside}</span>;
  const now =
    observed === undefined
      ? obstacle === undefined
        ? text.cellClear
        : `${text.cellUnknown}: ${text[obstacle]}`
      : signal[`grade-${observed.level.level}`];
  const later = expected
    .map((warning) => `${signal[`grade-${warning.level.level}`]} ${fill(text.from, { year: warning.since })}`)
    .join(', ');
  const words = [
    `${place} · ${local(rule.label)}: ${now}`,
    ...(later === '' ? [] : [`${text.expected}: ${later}`]),
  ].join(' · ');
  const content = (
    <>
      {observed !== undefined ? (
        <Grade grade={observed.level.level} short />
      ) : (
        <span className="soft">{obstacle === undefined ? '—' : '?'}</span>
      )}
      {rule.overrides.some((own) => own.area === cell.area) && <span className="wn-own-sign">◇</span>}
      {expected.map((warning) => (
        <small key={warning.since} className="wn-later">
          → <Grade grade={warning.level.level} short /> {warning.since}
        </small>
      ))}
    </>
  );
  if (observed === undefined && expected.length === 0)
    return (
      <span className="wn-still" title={words}>
        <span aria-hidden="true">{content}</span>
        <span className="unseen">{now}</span>
      </span>
    );
  return (
    <button type="button" className="wn-cell" title={words} aria-label={words} onClick={onPress}>
      {content}
    </button>
  );
}
