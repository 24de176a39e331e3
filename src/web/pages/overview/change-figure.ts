import type { AreaCode, Figure } from '#base';
import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import { getIndicator } from '#plan';
import { percentUnit } from '../../figure/reference.ts';

/** Change of an indicator between two years as a figure of its own, per cent of the earlier value; missing where either is. */
export function changeFigure(book: FigureBook, id: string, area: AreaCode, from: number, to: number): Figure {
  const { pack } = book.baseline;
  const [before, after] = [book.actual(id, area, from), book.actual(id, area, to)];
  const { label } = getIndicator(pack, id);
  const absent = isMissing(before.value) ? before.value : isMissing(after.value) ? after.value : undefined;
  const input = (figure: Figure) => ({
    name: { zh: `${label.zh}(${figure.year})`, en: `${label.en} (${figure.year})` },
    value: figure.value,
    unit: figure.unit,
    source: figure.source,
  });
  return {
    ...after,
    unit: percentUnit(pack),
    value:
      absent ??
      (Number(before.value) === 0
        ? { missing: 'denominator-zero' }
        : (Number(after.value) / Number(before.value) - 1) * 100),
    explanation: { formula: `(x(${to}) / x(${from}) − 1) × 100`, inputs: [input(before), input(after)] },
  };
}

/** The latest earlier figure that may be compared with a figure: same basis, same status, a value of its own. */
export function comparableBefore(series: readonly Figure[], figure: Figure): Figure | undefined {
  const earlier = series.filter(
    (other) => other.year < figure.year && other.basis === figure.basis && other.status === figure.status,
  );
  return earlier[earlier.length - 1];
}
