import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import { CONTENDERS, CONTENDER_NAMES, SCOPE_NAMES, backTests } from '#outlook';
import { Button } from 'antd';
import { useMemo } from 'react';
import { saveXlsx } from '../../../charts/download.ts';
import { chartText } from '../../../charts/text.ts';
import { figureText } from '../../../figure/text.ts';
import { fill } from '../../../text/catalogue.ts';
import { useLocal, useText } from '../../../text/language.tsx';
import { MeasureTable } from './MeasureTable.tsx';
import { checkText } from './text.ts';

/** The method held against the past, with its defeats. */
export function CheckPanel({ book }: { book: FigureBook }) {
  const text = useText(checkText);
  const chart = useText(chartText);
  const reasons = useText(figureText);
  const local = useLocal();
  const tests = useMemo(() => backTests(book), [book]);
  const known = tests.flatMap((test) => (isMissing(test) ? [] : [test]));
  const lost = known.flatMap(({ measures }) => measures).filter(({ winner }) => winner !== 'model').length;
  const download = (): void => {
    const rows = known.flatMap(({ from, measures }) =>
      measures.flatMap(({ scope, rows: figures }) =>
        figures.map(({ label, year, actual, forecasts }) => [
          from,
          local(SCOPE_NAMES[scope]),
          local(label),
          year,
          Math.round(actual),
          ...CONTENDERS.map((contender) => {
            const said = forecasts[contender];
            return isMissing(said) ? null : Math.round(said);
          }),
        ]),
      ),
    );
    const columns = [
      text.fileName,
      text.scope,
      text.scope,
      text.year,
      text.actual,
      ...CONTENDERS.map((contender) => local(CONTENDER_NAMES[contender])),
    ];
    void saveXlsx(
      { title: text.title, columns, rows, notes: known.flatMap(({ used }) => used.map(local)) },
      `back-test-${book.baseline.pack.info.city}`,
      { data: chart.data, notes: chart.notes },
    );
  };
  return (
    <section className="panel lab-check">
      <div className="lab-assumption-head">
        <h2>{text.title}</h2>
        <Button size="small" type="text" onClick={download}>
          XLSX
        </Button>
      </div>
      <p className="soft">{text.intro}</p>
      <p className={lost > 0 ? 'lab-loses' : ''}>
        <b>{lost > 0 ? fill(text.loses, { count: lost }) : text.wins}</b>
      </p>
      {tests.map((test) =>
        isMissing(test) ? (
          <p key={test.what} className="soft">
            {reasons[test.missing]} ({test.what})
          </p>
        ) : (
          <section key={test.from}>
            <h3>{fill(text.heading, { from: test.from, to: test.years.join(', ') })}</h3>
            <details>
              <summary>{text.used}</summary>
              <ul>
                {test.used.map((words) => (
                  <li key={words.en}>{local(words)}</li>
                ))}
              </ul>
            </details>
            <div className="lab-measures">
              {test.measures.map((measure) => (
                <MeasureTable key={measure.scope} measure={measure} />
              ))}
            </div>
          </section>
        ),
      )}
    </section>
  );
}
