import { NeedsRole } from '../../account/NeedsRole.tsx';
import { IgnoredNote } from '../../frame/IgnoredNote.tsx';
import { useText } from '../../text/language.tsx';
import { useUrlState } from '../../url/use-url-state.ts';
import { auditParams } from './audit-params.ts';
import { auditText } from './text.ts';
import { TrailTable } from './TrailTable.tsx';
import '../plan/plan.css';
import './audit.css';

/** The audit trail: who looked at what and did what, for administrators. */
export default function AuditPage() {
  const text = useText(auditText);
  const { state, update, ignored } = useUrlState(auditParams);
  return (
    <section className="page au-page">
      <IgnoredNote ignored={ignored} />
      <h1>{text.title}</h1>
      <p className="soft">{text.intro}</p>
      <NeedsRole needed="admin" why={text.whyAdmin}>
        <TrailTable state={state} update={update} />
      </NeedsRole>
    </section>
  );
}
