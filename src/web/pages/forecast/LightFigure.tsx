import type { Figure } from '#base';
import { isMissing } from '#base';
import { memo } from 'react';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { formatValue } from '../../figure/format.ts';
import { useSession } from '../../session.tsx';
import { useLanguage } from '../../text/language.tsx';

/** A figure in a table: plain while it changes at every frame (`light`), able to explain itself at rest. */
export const LightFigure = memo(function LightFigure({ figure, light }: { figure: Figure; light: boolean }) {
  const { pack } = useSession();
  const language = useLanguage();
  if (!light || isMissing(figure.value)) return <FigureValue figure={figure} bare />;
  return (
    <span className={`figure ${figure.status}`}>
      <span className="figure-number">{formatValue(pack, figure.value, figure.unit, language)}</span>
    </span>
  );
});
