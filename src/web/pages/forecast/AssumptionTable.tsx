import { memo } from 'react';
import type { Changes, Projection } from '#projection';
import { sourceWords } from '#plan';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { SourceNote } from '../../figure/SourceNote.tsx';
import { useSession } from '../../session.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { assumptionRows } from './assumption-rows.ts';
import { formatAssumption } from './format-assumption.ts';
import { BookButton } from './BookButton.tsx';
import type { LabYears } from './lab.ts';
import type { Draws } from './use-simulation.ts';
import { forecastText } from './text.ts';

/** Every assumption at each handle's year, as used, with its status and its source; `svg` draws the curves. */
export const AssumptionTable = memo(function AssumptionTable({
  reference,
  values,
  years,
  edits,
  notes,
  svg,
  draws,
}: {
  reference: Projection;
  values: Projection;
  years: LabYears;
  edits: Changes;
  notes: () => readonly string[];
  svg: () => string;
  draws: Draws;
}) {
  const { pack } = useSession();
  const text = useText(forecastText);
  const language = useLanguage();
  const rows = assumptionRows(pack, reference, values, years, edits);
  const changed = values !== reference;
  const sheet = () => ({
    columns: [
      text.assumption,
      text.unit,
      text.year,
      ...(changed ? [text.ownValue] : []),
      text.referenceValue,
      text.status,
      text.source,
    ],
    rows: rows.map((row) => [
      text[row.kind.id],
      text[`${row.kind.id}Unit`],
      row.year,
      ...(changed ? [row.value] : []),
      row.reference,
      text[row.origin],
      row.sources.map((source) => sourceWords(pack, source, language)).join('; '),
    ]),
    notes: notes(),
  });
  return (
    <section className="panel lab-assumption-table">
      <ChartFrame
        title={text.table}
        name={`assumptions-${pack.info.city}-${reference.scenario.id}`}
        svg={svg}
        sheet={sheet}
        extra={<BookButton projection={values} draws={draws} notes={notes} />}
      >
        <div className="lab-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.assumption}</th>
                <th scope="col">{text.year}</th>
                {changed && (
                  <th scope="col" className="number">
                    {text.ownValue}
                  </th>
                )}
                <th scope="col" className="number">
                  {text.referenceValue}
                </th>
                <th scope="col">{text.status}</th>
                <th scope="col">{text.source}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={`${row.kind.id} ${row.year}`} className={row.origin === 'own' ? 'lab-own-row' : ''}>
                  {rows[index - 1]?.kind !== row.kind && (
                    <th scope="rowgroup" rowSpan={rows.filter(({ kind }) => kind === row.kind).length}>
                      {text[row.kind.id]}
                      <br />
                      <small className="soft">{text[`${row.kind.id}Unit`]}</small>
                    </th>
                  )}
                  <td>{row.year}</td>
                  {changed && <td className="number">{formatAssumption(row.kind, row.value, language)}</td>}
                  <td className="number">{formatAssumption(row.kind, row.reference, language)}</td>
                  <td>{text[row.origin]}</td>
                  <td>
                    {row.sources.map((source) => (
                      <div key={JSON.stringify(source)}>
                        <SourceNote source={source} />
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </ChartFrame>
    </section>
  );
});
