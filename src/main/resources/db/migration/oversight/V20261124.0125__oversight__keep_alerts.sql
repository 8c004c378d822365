create schema oversight;

-- Who opened whose record, once: each such pair is judged when it is new. Derived from the audit.
create table oversight.pair (
    account uuid not null references access.account,
    subject uuid not null,
    primary key (account, subject)
);

-- A reason to ask somebody why they looked. Amount and usual: records opened that day, and on half of their days before.
create table oversight.alert (
    id          uuid primary key,
    kind        text        not null check (kind in ('OWN_RECORD', 'COLLEAGUE', 'HOUSEHOLD', 'ADDRESS', 'SURNAME', 'MANY', 'NIGHT')),
    account     uuid        not null references access.account,
    subject     uuid,
    day         date        not null,
    amount      integer,
    usual       integer,
    raised_at   timestamptz not null,
    state       text        not null default 'OPEN' check (state in ('OPEN', 'EXPLAINED', 'FOLLOWED_UP')),
    words       text        not null default '',
    reviewed_by uuid references access.account,
    reviewed_at timestamptz,
    version     integer     not null default 0,
    check ((state = 'OPEN') = (reviewed_by is null) and (reviewed_by is null) = (reviewed_at is null)),
    check (state = 'OPEN' or words <> ''),
    check ((kind in ('MANY', 'NIGHT')) = (subject is null))
);
create unique index on oversight.alert (kind, account, day, coalesce(subject, account));
create index on oversight.alert (raised_at desc, id desc);
create index on oversight.alert (raised_at desc, id desc) where state = 'OPEN';

-- As the audit itself: only for the privacy officer, and for the watch that raises them.
do $$
declare
    place text;
begin
    foreach place in array array['oversight.pair', 'oversight.alert'] loop
        execute format('alter table %s enable row level security', place);
        execute format('create policy kept on %s to casebridge_app, casebridge_wide using ((select a.role from access.account a where a.id = (select access.actor())) in (''PRIVACY_OFFICER'', ''MACHINE''))', place);
    end loop;
end $$;
revoke delete on oversight.alert from casebridge_app, casebridge_wide;
call audit.watch('oversight.alert');
