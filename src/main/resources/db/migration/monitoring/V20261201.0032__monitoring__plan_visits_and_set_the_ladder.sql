-- A visit that is planned with a client. Times are instants; the agency's clock reads them. Those of one series carry its key.
create table monitoring.visit (
    id         uuid primary key,
    client_id  uuid        not null references clients.client,
    worker     uuid        not null references access.account,
    series     uuid,
    starts_at  timestamptz not null,
    minutes    integer     not null check (minutes between 5 and 720),
    mode       text        not null check (mode in ('HOME_VISIT', 'OFFICE', 'ELSEWHERE', 'VIDEO', 'PHONE')),
    place      text        not null,
    purpose    text        not null check (purpose <> ''),
    status     text        not null check (status in ('PLANNED', 'HELD', 'NO_SHOW', 'CANCELLED')),
    reason     text check ((reason is not null and reason <> '') = (status = 'CANCELLED')),
    contact_id uuid check ((contact_id is not null) = (status in ('HELD', 'NO_SHOW'))),
    settled_at timestamptz check ((settled_at is null) = (status = 'PLANNED')),
    settled_by uuid references access.account check ((settled_by is null) = (status = 'PLANNED')),
    planned_by uuid        not null references access.account,
    planned_at timestamptz not null,
    version    integer     not null,
    foreign key (contact_id, client_id) references messaging.contact (id, client_id)
);
create index on monitoring.visit (client_id, starts_at);
create index on monitoring.visit (worker, starts_at) where status = 'PLANNED';
create index on monitoring.visit (series) where series is not null;
call access.guard('monitoring.visit');
call audit.watch('monitoring.visit');

-- How much a client needs one now, as the worker judges it; the newest that has not ended holds.
create table monitoring.acuity (
    id        uuid primary key,
    client_id uuid        not null references clients.client,
    level     text        not null check (level in ('LOW', 'MODERATE', 'HIGH', 'CRISIS')),
    words     text        not null check (words <> ''),
    set_by    uuid        not null references access.account,
    set_at    timestamptz not null,
    ended_at  timestamptz
);
create unique index on monitoring.acuity (client_id) where ended_at is null;
create index on monitoring.acuity (client_id, set_at desc);
call access.guard('monitoring.acuity');
call audit.watch('monitoring.acuity');

-- A programme's cadence for those of one acuity; without a row its own holds.
create table monitoring.cadence_rule (
    program_id uuid        not null references caseload.program,
    level      text        not null check (level in ('LOW', 'MODERATE', 'HIGH', 'CRISIS')),
    days       integer     not null check (days between 1 and 365),
    set_by     uuid        not null references access.account,
    set_at     timestamptz not null,
    primary key (program_id, level)
);
call audit.watch('monitoring.cadence_rule');

-- What is tried next when somebody is not reached: the rungs in order, how often each is tried, and how many days one waits after a try.
create table monitoring.rung (
    agency_id uuid    not null references access.agency,
    place     integer not null check (place between 1 and 9),
    mode      text    not null check (mode in ('PHONE', 'VIDEO', 'OFFICE', 'HOME_VISIT', 'ELSEWHERE', 'TEXT', 'EMAIL', 'LETTER')),
    tries     integer not null check (tries between 1 and 9),
    wait_days integer not null check (wait_days between 0 and 60),
    primary key (agency_id, place),
    unique (agency_id, mode)
);
call audit.watch('monitoring.rung');
