create schema tasks;

-- A task about a client, or, without one, the worker's own: seen by nobody else.
create table tasks.task (
    id         uuid primary key,
    client_id  uuid references clients.client,
    owner      uuid        not null references access.account,
    title      text        not null check (title <> '' and length(title) <= 200),
    words      text        not null,
    due_on     date,
    due_at     time check (due_at is null or due_on is not null),
    priority   text        not null check (priority in ('URGENT', 'NORMAL', 'LOW')),
    status     text        not null check (status in ('OPEN', 'DONE', 'EXEMPTED')),
    reason     text check ((reason is not null) = (status = 'EXEMPTED')),
    settled_at timestamptz check ((settled_at is null) = (status = 'OPEN')),
    settled_by uuid references access.account check ((settled_by is null) = (status = 'OPEN')),
    rule       text,
    added_at   timestamptz not null,
    added_by   uuid        not null references access.account,
    version    integer     not null
);
create index on tasks.task (owner, due_on) where status = 'OPEN';
create index on tasks.task (owner, settled_at desc) where status <> 'OPEN';
create index on tasks.task (client_id);
call access.guard('tasks.task');
create policy own on tasks.task using (client_id is null and owner = (select access.actor()));
call audit.watch('tasks.task');

-- A meeting of a worker's, about a client or not. The time is kept as an instant; the agency's clock reads it.
create table tasks.appointment (
    id           uuid primary key,
    client_id    uuid references clients.client,
    worker       uuid        not null references access.account,
    title        text        not null check (title <> '' and length(title) <= 200),
    starts_at    timestamptz not null,
    minutes      integer     not null check (minutes between 1 and 1440),
    with_whom    text        not null,
    place        text        not null,
    cancelled_at timestamptz,
    cancelled_by uuid references access.account check ((cancelled_by is null) = (cancelled_at is null)),
    reason       text check ((reason is null) = (cancelled_at is null)),
    version      integer     not null
);
create index on tasks.appointment (worker, starts_at) where cancelled_at is null;
create index on tasks.appointment (client_id, starts_at);
call access.guard('tasks.appointment');
create policy own on tasks.appointment using (client_id is null and worker = (select access.actor()));
call audit.watch('tasks.appointment');
