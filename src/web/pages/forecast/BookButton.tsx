import type { Projection } from '#projection';
import { BOOK_COLUMNS, assumptionBook } from '#projection';
import { Button } from 'antd';
import { version } from '../../../../package.json';
import { saveXlsx } from '../../charts/download.ts';
import { chartText } from '../../charts/text.ts';
import { useSession } from '../../session.tsx';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { forecastText } from './text.ts';
import type { Draws } from './use-simulation.ts';

/** Saves the whole assumption book of a projection, enough to run it again: every assumption of every year, rates, parameters, seed. */
export function BookButton({
  projection,
  draws,
  notes,
}: {
  projection: Projection;
  draws: Draws;
  notes: () => readonly string[];
}) {
  const { pack, book } = useSession();
  const text = useText(forecastText);
  const chart = useText(chartText);
  const language = useLanguage();
  const local = useLocal();
  const download = (): void => {
    const rows = assumptionBook(book.baseline, projection, {
      version,
      ...(pack.uncertainty === undefined ? {} : { seed: draws.seed, trajectories: draws.count }),
    });
    void saveXlsx(
      {
        title: text.book,
        columns: Object.values(BOOK_COLUMNS).map(local),
        rows: rows.map(({ part, item, area, year, value, unit, origin, source }) => [
          part[language],
          item[language],
          area[language],
          year,
          value,
          unit[language],
          origin[language],
          source[language],
        ]),
        notes: notes(),
      },
      `assumption-book-${pack.info.city}`,
      { data: chart.data, notes: chart.notes },
    );
  };
  return (
    <Button size="small" onClick={download}>
      {text.book} XLSX
    </Button>
  );
}
