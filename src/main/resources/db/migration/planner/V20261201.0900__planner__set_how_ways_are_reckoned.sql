-- How an agency reckons ways and pauses when visits are put in order. Without a row the usual values stand in the program.
create schema planner;
create table planner.travel_rule (
    agency_id       uuid primary key references access.agency,
    km_per_hour     integer not null check (km_per_hour between 3 and 120),
    detour_percent  integer not null check (detour_percent between 0 and 200),
    unknown_minutes integer not null check (unknown_minutes between 0 and 180),
    pause_minutes   integer not null check (pause_minutes between 0 and 120),
    pause_from      time    not null,
    pause_until     time    not null check (pause_until > pause_from),
    latitude        double precision check (latitude between -90 and 90),
    longitude       double precision check (longitude between -180 and 180),
    set_by          uuid        not null references access.account,
    set_at          timestamptz not null,
    version         integer     not null,
    check ((latitude is null) = (longitude is null))
);
alter table planner.travel_rule enable row level security;
create policy agency on planner.travel_rule using (agency_id = (select access.agency()));
call audit.watch('planner.travel_rule');

-- When colleagues of the acting person are busy, whatever it is: a plan of several workers must not run into what one may not read. No titles, no clients, no purposes.
create function planner.busy(workers uuid[], since timestamptz, until timestamptz) returns table (id uuid, worker uuid, starts_at timestamptz, minutes integer, version integer)
language sql stable security definer set search_path = pg_catalog as $$
    select a.id, a.worker, a.starts_at, a.minutes, a.version from tasks.appointment a join access.account w on w.id = a.worker
    where a.worker = any (workers) and w.agency_id = access.agency() and a.cancelled_at is null and a.starts_at < until and a.starts_at > since - interval '1 day'
    union all
    select v.id, v.worker, v.starts_at, v.minutes, v.version from monitoring.visit v join access.account w on w.id = v.worker
    where v.worker = any (workers) and w.agency_id = access.agency() and v.status = 'PLANNED' and v.starts_at < until and v.starts_at > since - interval '1 day'
$$;
revoke execute on function planner.busy(uuid[], timestamptz, timestamptz) from public;
grant execute on function planner.busy(uuid[], timestamptz, timestamptz) to casebridge_app, casebridge_wide;
