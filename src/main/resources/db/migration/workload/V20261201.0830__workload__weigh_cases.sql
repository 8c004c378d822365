-- What a case weighs, in points; a new version for every change, holding from a day on. An agency that set none goes by version 0, which stands in the program.
create schema workload;
create table workload.formula (
    agency_id    uuid         not null references access.agency,
    version      integer      not null check (version > 0),
    from_on      date         not null,
    base         integer      not null check (base between 1 and 100),
    moderate     integer      not null check (moderate between 0 and 100),
    high         integer      not null check (high between 0 and 100),
    crisis       integer      not null check (crisis between 0 and 100),
    clock        integer      not null check (clock between 0 and 100),
    clock_most   integer      not null check (clock_most between 0 and 100),
    interpreter  integer      not null check (interpreter between 0 and 100),
    km           integer      not null check (km between 1 and 100),
    travel_most  integer      not null check (travel_most between 0 and 100),
    fresh        integer      not null check (fresh between 0 and 100),
    fresh_days   integer      not null check (fresh_days between 0 and 365),
    closing      integer      not null check (closing between 0 and 100),
    closing_days integer      not null check (closing_days between 0 and 90),
    member       integer      not null check (member between 0 and 100),
    member_most  integer      not null check (member_most between 0 and 100),
    minutes      numeric(6,1) check (minutes > 0 and minutes <= 600),
    reason       text         not null check (reason <> ''),
    set_by       uuid         not null references access.account,
    set_at       timestamptz  not null,
    primary key (agency_id, version)
);
alter table workload.formula enable row level security;
create policy agency on workload.formula using (agency_id = (select access.agency()));
revoke update, delete on workload.formula from casebridge_app, casebridge_wide;
call audit.watch('workload.formula');

-- A programme's own base instead of the formula's: the newest row holds.
create table workload.program_base (
    id         uuid primary key,
    program_id uuid        not null references caseload.program,
    points     integer     not null check (points between 1 and 100),
    reason     text        not null check (reason <> ''),
    set_by     uuid        not null references access.account,
    set_at     timestamptz not null
);
create index on workload.program_base (program_id, set_at desc);
alter table workload.program_base enable row level security;
create policy agency on workload.program_base using (exists (select from caseload.program p where p.id = program_id and p.agency_id = (select access.agency())));
revoke update, delete on workload.program_base from casebridge_app, casebridge_wide;
call audit.watch('workload.program_base');

-- The hours of a worker's week, those that go into other work than cases, and where their ways begin; a new version for every change.
create table workload.hours (
    worker    uuid         not null references access.account,
    version   integer      not null check (version > 0),
    week      numeric(4,1) not null check (week >= 1 and week <= 80),
    besides   numeric(4,1) not null check (besides >= 0 and besides < week),
    latitude  double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    reason    text         not null check (reason <> ''),
    set_by    uuid         not null references access.account,
    set_at    timestamptz  not null,
    primary key (worker, version),
    check ((latitude is null) = (longitude is null))
);
alter table workload.hours enable row level security;
create policy agency on workload.hours using (worker = any ((select access.colleagues())::uuid[]));
revoke update, delete on workload.hours from casebridge_app, casebridge_wide;
call audit.watch('workload.hours');
