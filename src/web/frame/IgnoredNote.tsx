import { Alert } from 'antd';
import { fill } from '../text/catalogue.ts';
import { useText } from '../text/language.tsx';
import type { Ignored } from '../url/params.ts';
import { frameText } from './text.ts';

/** Says which parts of the address made no sense. */
export function IgnoredNote({ ignored }: { ignored: readonly Ignored[] }) {
  const text = useText(frameText);
  if (ignored.length === 0) return null;
  const parts = ignored.map(({ name, text: value }) => `${name}=${value.slice(0, 40)}`).join(', ');
  return <Alert type="info" showIcon closable title={fill(text.ignored, { parts })} className="ignored" />;
}
