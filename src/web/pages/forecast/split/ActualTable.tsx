import type { AreaCode, Missing } from '#base';
import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import { ACCOUNT_NAMES, decomposeActual } from '#outlook';
import { useMemo } from 'react';
import { FigureValue } from '../../../figure/FigureValue.tsx';
import { signedNumber } from '../../../figure/format.ts';
import { figureText } from '../../../figure/text.ts';
import { fill } from '../../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import { splitText } from './text.ts';

const FLOWS = ['births', 'deaths', 'migration'] as const;

/** The scenario against what came about after its base year: the difference by account, as far as published. */
export function ActualTable({
  book,
  scenario,
  label,
  area,
  areaName,
}: {
  book: FigureBook;
  scenario: string;
  label: string;
  area: AreaCode;
  areaName: string;
}) {
  const text = useText(splitText);
  const reasons = useText(figureText);
  const language = useLanguage();
  const local = useLocal();
  const rows = useMemo(
    () =>
      book
        .actualSeries('resident-population', area)
        .filter(({ year }) => year > book.baseline.baseYear)
        .map(({ year }) => decomposeActual(book, scenario, area, year)),
    [book, scenario, area],
  );
  if (rows.length === 0) return null;
  const cell = (value: number | Missing) =>
    isMissing(value) ? (
      <small className="soft">
        {reasons[value.missing]}
        {value.what === undefined ? '' : ` (${value.what})`}
      </small>
    ) : (
      signedNumber(value, 0, language)
    );
  return (
    <>
      <h3>{fill(text.actualTitle, { area: areaName })}</h3>
      <p className="soft">{fill(text.actualIntro, { scenario: label })}</p>
      <div className="lab-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.year}</th>
              <th scope="col" className="number">
                {text.actual}
              </th>
              {[text.difference, ...FLOWS.map((flow) => local(ACCOUNT_NAMES[flow]))].map((head) => (
                <th key={head} scope="col" className="number">
                  {head} ({text.persons})
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ year, actual, difference, parts }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="number">
                  <FigureValue figure={actual} />
                </td>
                <td className="number">{cell(difference)}</td>
                {FLOWS.map((flow) => (
                  <td key={flow} className="number">
                    {cell(parts[flow])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
