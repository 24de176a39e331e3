import type { ReactNode } from 'react';
import type { Warning } from '#warning';
import { Grade } from '../../figure/Grade.tsx';
import { WarningCard } from './WarningCard.tsx';
import { GRAVEST_FIRST } from './warning-params.ts';

/** Warnings under a heading, grouped by grade, gravest first. */
export function WarningList({
  title,
  note,
  none,
  warnings,
}: {
  title: string;
  note: ReactNode;
  none: string;
  warnings: readonly Warning[];
}) {
  return (
    <section className="panel">
      <h2>
        {title} <small className="soft">{warnings.length}</small>
      </h2>
      <p className="soft">{note}</p>
      {warnings.length === 0 && <p>{none}</p>}
      {GRAVEST_FIRST.map((grade) => {
        const group = warnings.filter((warning) => warning.level.level === grade);
        return group.length === 0 ? null : (
          <section key={grade}>
            <h3 className="wn-grade-heading">
              <Grade grade={grade} /> <small className="soft">{group.length}</small>
            </h3>
            <ul className="wn-list">
              {group.map((warning) => (
                <WarningCard
                  key={`${warning.rule.id} ${warning.area} ${warning.kind} ${warning.since}`}
                  warning={warning}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
