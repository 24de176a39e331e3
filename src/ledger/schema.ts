/** Tables of the ledger. Actions can be added and read; nothing changes or removes them, whoever asks. */
export const schema = `
  create table if not exists actions (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    by text not null check (by <> ''),
    kind text not null check (kind ~ '^[a-z-]+[.][a-z-]+$'),
    subject text not null check (subject <> ''),
    body jsonb not null default '{}',
    reason text not null default ''
  );
  create index if not exists actions_by_subject on actions (kind, subject, id);
  create or replace function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'actions are never changed';
    end $$;
  create or replace trigger actions_stay before update or delete or truncate on actions
    for each statement execute function refuse_change();
`;
