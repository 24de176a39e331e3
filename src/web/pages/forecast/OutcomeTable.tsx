import type { AreaCode, Figure } from '#base';
import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import { Button } from 'antd';
import { useMemo } from 'react';
import { saveXlsx } from '../../charts/download.ts';
import { formatValue, unitName } from '../../figure/format.ts';
import { useSession } from '../../session.tsx';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { LightFigure } from './LightFigure.tsx';
import type { OwnProjection } from './lab.ts';
import { OWN } from './lab.ts';
import { forecastText } from './text.ts';
import { YearHead } from './YearHead.tsx';

const OUTCOMES = [
  'resident-population',
  'share-65-plus',
  'share-0-14',
  'total-dependency-ratio',
  'births',
  'women-20-34',
  'urban-population',
] as const;

/** Key outcomes at some years: the user's, the reference and the difference. While a handle moves the user's are plain numbers, for speed. */
export function OutcomeTable({
  book,
  own,
  area,
  scenario,
  years,
  moving,
  notes,
}: {
  book: FigureBook;
  /** Absent where nothing was changed. */
  own: OwnProjection | undefined;
  area: AreaCode;
  scenario: string;
  years: readonly number[];
  moving: boolean;
  notes: () => readonly string[];
}) {
  const { pack } = useSession();
  const text = useText(forecastText);
  const language = useLanguage();
  const local = useLocal();
  const indicators = useMemo(
    () => OUTCOMES.flatMap((id) => pack.indicators.filter((entry) => entry.id === id)),
    [pack],
  );
  const reference = useMemo(
    () => indicators.map(({ id }) => years.map((year) => book.projected(id, area, year, scenario))),
    [book, indicators, years, area, scenario],
  );
  const mine = useMemo(
    () =>
      own === undefined
        ? undefined
        : indicators.map(({ id }) => years.map((year) => own.book.projected(id, area, year, OWN))),
    [own, indicators, years, area],
  );
  const download = (): void => {
    const columns = [
      text.indicator,
      text.unit,
      text.year,
      ...(mine === undefined ? [] : [text.ownLine]),
      text.referenceShort,
      ...(mine === undefined ? [] : [text.difference]),
    ];
    const rows = indicators.flatMap((indicator, row) =>
      years.map((year, column) => {
        const theirs = numberOf(reference[row]![column]!);
        const given = mine === undefined ? undefined : numberOf(mine[row]![column]!);
        const gap = given === undefined || given === null || theirs === null ? null : given - theirs;
        return [
          local(indicator.label),
          unitName(pack, indicator.unit, language),
          year,
          ...(given === undefined ? [] : [given]),
          theirs,
          ...(given === undefined ? [] : [gap]),
        ];
      }),
    );
    void saveXlsx({ columns, rows, notes: notes() }, `outcomes-${area}-${years.join('-')}`, {
      data: text.data,
      notes: text.notes,
    });
  };
  return (
    <section className="panel lab-outcomes" data-testid="outcomes">
      <div className="lab-assumption-head">
        <h2>{text.outcomes}</h2>
        <Button size="small" type="text" title={text.download} onClick={download}>
          XLSX
        </Button>
      </div>
      <div className="lab-scroll">
        <table>
          <YearHead label={text.indicator} years={years} />
          <tbody>
            {indicators.map((indicator, row) => (
              <tr key={indicator.id}>
                <th scope="row">
                  {local(indicator.label)} <small className="soft">{unitName(pack, indicator.unit, language)}</small>
                </th>
                {years.map((year, column) => {
                  const theirs = reference[row]![column]!;
                  const given = mine?.[row]![column];
                  return (
                    <td key={year} className="number">
                      {given !== undefined && (
                        <div className="lab-mine">
                          <LightFigure figure={given} light={moving} />
                        </div>
                      )}
                      <div className={given === undefined ? 'lab-mine' : 'lab-theirs'}>
                        {given !== undefined && <span className="soft">{text.referenceShort} </span>}
                        <LightFigure figure={theirs} light={false} />
                      </div>
                      {given !== undefined && (
                        <div className="lab-difference">
                          {difference(given, theirs, (value) => formatValue(pack, value, theirs.unit, language))}
                        </div>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const numberOf = (figure: Figure): number | null => (isMissing(figure.value) ? null : figure.value);

function difference(given: Figure, reference: Figure, format: (value: number) => string): string {
  if (isMissing(given.value) || isMissing(reference.value)) return '—';
  const gap = given.value - reference.value;
  const words = format(Math.abs(gap));
  return /[1-9]/.test(words) ? `${gap < 0 ? '▼ −' : '▲ +'}${words}` : `= ${words}`;
}
