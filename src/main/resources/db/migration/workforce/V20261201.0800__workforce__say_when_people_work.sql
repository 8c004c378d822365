-- When people work: spans of each weekday (1 is Monday), the agency's usual ones without a worker. Times are of the agency's clock.
create table workforce.work_time (
    id        uuid primary key,
    agency_id uuid    not null references access.agency,
    worker    uuid references access.account,
    weekday   integer not null check (weekday between 1 and 7),
    begins    time    not null,
    ends      time    not null check (ends > begins)
);
create index on workforce.work_time (agency_id, worker);
alter table workforce.work_time enable row level security;
create policy agency on workforce.work_time using (agency_id = (select access.agency()));
call audit.watch('workforce.work_time');

-- Days on which somebody is away, both included. The kind is for them and whoever assigns cases; others learn that they are away.
create table workforce.leave (
    id         uuid primary key,
    agency_id  uuid        not null references access.agency,
    worker     uuid        not null references access.account,
    from_on    date        not null,
    through_on date        not null check (through_on >= from_on),
    kind       text        not null check (kind in ('VACATION', 'SICK', 'TRAINING', 'OTHER')),
    added_by   uuid        not null references access.account,
    added_at   timestamptz not null,
    ended_at   timestamptz
);
create index on workforce.leave (worker, through_on) where ended_at is null;
create index on workforce.leave (agency_id, through_on) where ended_at is null;
alter table workforce.leave enable row level security;
create policy agency on workforce.leave using (agency_id = (select access.agency()));
call audit.watch('workforce.leave');

-- Days on which the agency is closed beside the federal holidays, and the federal holidays on which it is open.
create table workforce.closed_day (
    agency_id uuid not null references access.agency,
    day       date not null,
    name      text not null check (name <> '' and length(name) <= 100),
    primary key (agency_id, day)
);
alter table workforce.closed_day enable row level security;
create policy agency on workforce.closed_day using (agency_id = (select access.agency()));
call audit.watch('workforce.closed_day');

create table workforce.holiday_open (
    agency_id uuid not null references access.agency,
    holiday   text not null check (holiday in ('NEW_YEAR', 'KING', 'WASHINGTON', 'MEMORIAL', 'JUNETEENTH', 'INDEPENDENCE', 'LABOR', 'COLUMBUS', 'VETERANS', 'THANKSGIVING', 'CHRISTMAS')),
    primary key (agency_id, holiday)
);
alter table workforce.holiday_open enable row level security;
create policy agency on workforce.holiday_open using (agency_id = (select access.agency()));
call audit.watch('workforce.holiday_open');
