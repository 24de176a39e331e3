import { Button } from 'antd';
import { wholeNumber } from '../figure/format.ts';
import { fill } from '../text/catalogue.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { frameText } from './text.ts';

/** Which part of a long list of the server is shown, with the way to the parts before and after it. */
export function Pager({
  offset,
  size,
  total,
  onOffset,
}: {
  offset: number;
  size: number;
  total: number;
  onOffset: (offset: number) => void;
}) {
  const text = useText(frameText);
  const language = useLanguage();
  if (total <= size && offset === 0) return null;
  const last = Math.min(offset + size, total);
  return (
    <nav className="pager" aria-label={text.parts}>
      <Button size="small" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - size))}>
        ‹ {text.before}
      </Button>
      <span>
        {fill(text.part, {
          from: wholeNumber(Math.min(offset + 1, total), language),
          to: wholeNumber(last, language),
          total: wholeNumber(total, language),
        })}
      </span>
      <Button size="small" disabled={last >= total} onClick={() => onOffset(offset + size)}>
        {text.after} ›
      </Button>
    </nav>
  );
}
