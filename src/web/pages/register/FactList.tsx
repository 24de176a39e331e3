import type { ReactNode } from 'react';

/** Named facts side by side. */
export function FactList({
  facts,
  className,
}: {
  facts: readonly (readonly [name: string, value: ReactNode])[];
  className: string;
}) {
  return (
    <dl className={className}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
