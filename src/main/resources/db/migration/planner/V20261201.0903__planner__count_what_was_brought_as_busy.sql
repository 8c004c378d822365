-- Times taken elsewhere, brought from calendar files, are busy times too.
create or replace function planner.busy(workers uuid[], since timestamptz, until timestamptz) returns table (id uuid, worker uuid, starts_at timestamptz, minutes integer, version integer)
language sql stable security definer set search_path = pg_catalog as $$
    select a.id, a.worker, a.starts_at, a.minutes, a.version from tasks.appointment a join access.account w on w.id = a.worker
    where a.worker = any (workers) and w.agency_id = access.agency() and a.cancelled_at is null and a.starts_at < until and a.starts_at > since - interval '1 day'
    union all
    select v.id, v.worker, v.starts_at, v.minutes, v.version from monitoring.visit v join access.account w on w.id = v.worker
    where v.worker = any (workers) and w.agency_id = access.agency() and v.status = 'PLANNED' and v.starts_at < until and v.starts_at > since - interval '1 day'
    union all
    select b.id, b.account_id, b.starts_at, ceil(extract(epoch from b.ends_at - b.starts_at) / 60)::integer, 0 from calendar.busy b join access.account w on w.id = b.account_id
    where b.account_id = any (workers) and w.agency_id = access.agency() and b.starts_at < until and b.ends_at > since
$$;
