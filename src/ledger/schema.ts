/**
 * Tables of the ledger. Actions can be added and read; nothing changes or removes them, whoever asks. Which of them a transaction sees is the
 * database's business: `act_within(account, areas)` says at its start for whom and for which counties it is (`*`: the whole city); without it,
 * nothing is seen and nothing recorded. A role that row security does not bind (a superuser, as in the embedded database) steps down to one that
 * it binds.
 */
export const schema = `
  select pg_advisory_xact_lock(510500);
  create table if not exists actions (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    by text not null check (by <> ''),
    kind text not null check (kind ~ '^[a-z-]+[.][a-z-]+$'),
    subject text not null check (subject <> ''),
    area text check (area ~ '^[0-9]{6}$'),
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

  create table if not exists accounts (
    name text primary key,
    role text not null check (role in ('reader', 'officer', 'clerk', 'admin')),
    areas text[] not null default '{}',
    password text not null,
    disabled boolean not null default false,
    made timestamptz not null default now()
  );
  create table if not exists sessions (
    token_hash text primary key,
    account text not null references accounts (name),
    expires timestamptz not null
  );

  alter table actions enable row level security;
  alter table actions force row level security;
  create or replace function is_within(area text) returns boolean language sql stable as $$
    select coalesce(current_setting('popplus.areas', true) = '*'
      or area = any (string_to_array(current_setting('popplus.areas', true), ',')), false) $$;
  create or replace function is_own(by text) returns boolean language sql stable as $$
    select coalesce(by = current_setting('popplus.account', true), false) $$;
  drop policy if exists actions_seen on actions;
  create policy actions_seen on actions for select using (is_within(area) or is_own(by));
  drop policy if exists actions_recorded on actions;
  create policy actions_recorded on actions for insert with check (is_own(by) and (area is null or is_within(area)));
  create or replace function act_within(account text, areas text) returns void language plpgsql as $$
    begin
      perform set_config('popplus.account', account, true), set_config('popplus.areas', areas, true);
      if (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) then
        set local role popplus_bound;
      end if;
    end $$;
  do $$
    begin
      if (select rolsuper from pg_roles where rolname = current_user) then
        if not exists (select from pg_roles where rolname = 'popplus_bound') then
          create role popplus_bound nologin nobypassrls;
        end if;
        grant select, insert on actions to popplus_bound;
      end if;
    end $$;
`;
