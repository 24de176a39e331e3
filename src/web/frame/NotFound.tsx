import { Link } from 'wouter';
import { useText } from '../text/language.tsx';
import { frameText } from './text.ts';

export function NotFound() {
  const text = useText(frameText);
  return (
    <section className="page">
      <h1>{text.notFound}</h1>
      <Link href="/">{text.home}</Link>
    </section>
  );
}
