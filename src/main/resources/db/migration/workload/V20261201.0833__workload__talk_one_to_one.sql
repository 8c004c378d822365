-- A one-to-one talk of a supervisor with a worker: what it is about, compiled and added, and what they decided. Both see it and nobody else; what was struck or closed stays.
create table workload.meeting (
    id         uuid primary key,
    worker     uuid        not null references access.account,
    supervisor uuid        not null references access.account check (supervisor <> worker),
    opened_at  timestamptz not null,
    closed_at  timestamptz
);
create unique index on workload.meeting (worker, supervisor) where closed_at is null;
create index on workload.meeting (worker, opened_at desc);
create index on workload.meeting (supervisor, worker, opened_at desc);
alter table workload.meeting enable row level security;
create policy parties on workload.meeting using ((select access.actor()) in (worker, supervisor));
call audit.watch('workload.meeting');

-- One thing to talk about. What the record told has a kind, and its number of days or percent; what the supervisor added has words. Who it is about is read through the wall each time.
create table workload.agenda_item (
    id         uuid primary key,
    meeting_id uuid        not null references workload.meeting,
    client_id  uuid references clients.client,
    kind       text        not null check (kind in ('LOAD', 'QUIET', 'CLOCK', 'NOTE', 'ADDED')),
    number     integer     not null,
    words      text        not null check (length(words) <= 500 and (words <> '') = (kind = 'ADDED')),
    path       text        not null,
    added_at   timestamptz not null,
    struck_at  timestamptz,
    struck     text check ((struck is null) = (struck_at is null) and struck <> '')
);
create index on workload.agenda_item (meeting_id);
create index on workload.agenda_item (client_id);
call access.guard('workload.agenda_item');
create policy nobodys on workload.agenda_item using (client_id is null);
create policy parties on workload.agenda_item as restrictive using (exists (select from workload.meeting m where m.id = meeting_id));
call audit.watch('workload.agenda_item');

create table workload.decision (
    id         uuid primary key,
    meeting_id uuid        not null references workload.meeting,
    client_id  uuid references clients.client,
    words      text        not null check (words <> '' and length(words) <= 1000),
    task_id    uuid references tasks.task,
    made_by    uuid        not null references access.account,
    made_at    timestamptz not null
);
create index on workload.decision (meeting_id);
create index on workload.decision (client_id);
call access.guard('workload.decision');
create policy nobodys on workload.decision using (client_id is null);
create policy parties on workload.decision as restrictive using (exists (select from workload.meeting m where m.id = meeting_id));
revoke update, delete on workload.decision from casebridge_app, casebridge_wide;
call audit.watch('workload.decision');
