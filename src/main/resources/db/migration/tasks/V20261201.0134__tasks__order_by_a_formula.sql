-- How My day is ordered, in points; a new version for every change, so that an order of some day can be told again. An agency that set none goes by version 0, which stands in the program.
create table tasks.formula (
    agency_id uuid        not null references access.agency,
    version   integer     not null check (version > 0),
    safety    integer     not null check (safety between 0 and 500),
    law       integer     not null check (law between 0 and 500),
    promise   integer     not null check (promise between 0 and 500),
    waiting   integer     not null check (waiting between 0 and 500),
    rhythm    integer     not null check (rhythm between 0 and 500),
    own       integer     not null check (own between 0 and 500),
    urgent    integer     not null check (urgent between 0 and 500),
    late      integer     not null check (late between 0 and 500),
    late_day  integer     not null check (late_day between 0 and 500),
    late_most integer     not null check (late_most between 0 and 500),
    today     integer     not null check (today between 0 and 500),
    nearer    integer     not null check (nearer between 0 and 500),
    risk      integer     not null check (risk between 0 and 500),
    reason    text        not null check (reason <> ''),
    set_by    uuid        not null references access.account,
    set_at    timestamptz not null,
    primary key (agency_id, version)
);
alter table tasks.formula enable row level security;
create policy agency on tasks.formula using (agency_id = (select access.agency()));
revoke update, delete on tasks.formula from casebridge_app, casebridge_wide;
call audit.watch('tasks.formula');

-- What a worker keeps off My day for a while, about one client or whatever a rule says: put off or not needed, always until a day and for a reason.
create table tasks.pause (
    id        uuid primary key,
    worker    uuid        not null references access.account,
    client_id uuid references clients.client,
    rule      text        not null check (rule <> ''),
    kind      text        not null check (kind in ('PUT_OFF', 'EXEMPTED')),
    reason    text        not null check (reason <> '' and length(reason) <= 500),
    until_on  date        not null,
    made_at   timestamptz not null,
    ended_at  timestamptz
);
create index on tasks.pause (worker, until_on) where ended_at is null;
create index on tasks.pause (client_id);
call access.guard('tasks.pause');
create policy own on tasks.pause using (client_id is null and worker = (select access.actor()));
call audit.watch('tasks.pause');

-- What a rule made and took back itself stays, so that one sees what each rule does.
alter table tasks.task drop constraint task_status_check;
alter table tasks.task add constraint task_status_check check (status in ('OPEN', 'DONE', 'EXEMPTED', 'EXPIRED'));
create index on tasks.task (rule) where rule is not null;
