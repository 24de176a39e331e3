import { checkStatements } from '#monitoring';
import { useMemo } from 'react';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import type { Coverage } from './coverage.ts';
import { countedSections, sectionCoverage } from './coverage.ts';
import { CarriedParts } from './CarriedParts.tsx';
import type { UpdatePlan } from './plan-params.ts';
import { planText } from './text.ts';

const SIGNS: Readonly<Record<Coverage, string>> = { computed: '●', cited: '◐', 'text-only': '○' };

/** The plan's chapters, sections, boxes and tables, and what of each the software computes, cites, or leaves as text. */
export function OutlineTab({ update }: { update: UpdatePlan }) {
  const { pack, book } = useSession();
  const text = useText(planText);
  const local = useLocal();
  const rows = useMemo(() => sectionCoverage(pack, checkStatements(book)), [pack, book]);
  const counted = countedSections(rows);
  const count = (coverage: Coverage): number => counted.filter((row) => row.coverage === coverage).length;
  const { document } = pack;
  return (
    <div className="panel">
      <p>
        <b>
          {fill(text.outlineCount, {
            total: counted.length,
            computed: count('computed'),
            cited: count('cited'),
            text: count('text-only'),
          })}
        </b>
      </p>
      <p className="soft">{text.outlineIntro}</p>
      <p className="soft">
        {text.document}: {document.title} {document.number}{' '}
        {document.issued !== undefined && fill(text.issued, { date: document.issued })}
      </p>
      <div className="pl-scroll" tabIndex={0} role="region" aria-label={text.outline}>
        <table className="pl-outline">
          <thead>
            <tr>
              <th scope="col">{text.section}</th>
              <th scope="col">{text.coverage}</th>
              <th scope="col">{text.carried}</th>
              <th scope="col">{text.indicators}</th>
              <th scope="col" className="number">
                {text.valuesCount}
              </th>
              <th scope="col">{text.statementsShort}</th>
              <th scope="col" className="number">
                {text.thresholds}
              </th>
              <th scope="col" className="number">
                {text.page}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(
              ({ section, depth, carried, indicators, values, statements, thresholds, computed, coverage, parts }) => (
                <tr key={section.id} className={section.kind === 'chapter' ? 'pl-chapter' : ''}>
                  <th scope="row" style={{ paddingLeft: 8 + depth * 18 }}>
                    {(section.kind === 'chapter' || section.kind === 'section') && (
                      <span className="soft">{section.id} </span>
                    )}
                    {local(section.title)}
                  </th>
                  <td>
                    {(parts === undefined || coverage !== 'text-only') && (
                      <span className={`pl-coverage pl-coverage-${coverage}`}>
                        <span aria-hidden="true">{SIGNS[coverage]}</span> {text[`coverage-${coverage}`]}
                      </span>
                    )}
                    {parts !== undefined && coverage === 'text-only' && (
                      <small className="soft">
                        {fill(text.parts, { computed: parts.computed, cited: parts.cited, text: parts['text-only'] })}
                      </small>
                    )}
                    {computed > 0 && <small className="soft"> {fill(text.computedOf, { count: computed })}</small>}
                  </td>
                  <td>
                    <CarriedParts parts={carried} />
                  </td>
                  <td>
                    {indicators.length === 0 ? (
                      <span className="soft">—</span>
                    ) : (
                      <details>
                        <summary>{indicators.length}</summary>
                        <ul className="pl-related">
                          {indicators.map((indicator) => (
                            <li key={indicator.id}>
                              <button
                                type="button"
                                className="pl-link"
                                onClick={() => update({ tab: 'indicators', indicator: indicator.id })}
                              >
                                {local(indicator.label)}
                              </button>
                            </li>
                          ))}
                        </ul>
                      </details>
                    )}
                  </td>
                  <td className="number">{values || '—'}</td>
                  <td>
                    {statements.length === 0
                      ? '—'
                      : statements.map((statement) => (
                          <button
                            key={statement.id}
                            type="button"
                            className="pl-link pl-id"
                            title={local(statement.title)}
                            onClick={() =>
                              update({ tab: 'statements', statement: statement.id, verdict: 'all', severity: 'all' })
                            }
                          >
                            {statement.id}
                          </button>
                        ))}
                  </td>
                  <td className="number">{thresholds || '—'}</td>
                  <td className="number">{section.page ?? '—'}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}
