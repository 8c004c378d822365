-- What the sealer reads, it reads as the log's owner: comparing xid8 is not leakproof, so under a row policy every reading of the last second's rows would go through the whole log.
create function audit.sealer() returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from access.account a where a.id = access.actor() and a.role = 'MACHINE')
$$;

create function audit.waiting(since integer, horizon xid8) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select audit.sealer() and exists (select from audit.entry e where (e.epoch, e.tx) >= (since, horizon))
$$;

-- The end of a portion of rows: the horizon itself, or earlier when more than so many wait, and never within a transaction.
create function audit.portion_end(during integer, since xid8, horizon xid8, most integer) returns text language sql stable security definer set search_path = pg_catalog as $$
    with first as (
        select tx from audit.entry where audit.sealer() and epoch = during and tx >= since and tx < horizon order by tx limit 1
    ), later as (
        select tx from audit.entry where audit.sealer() and epoch = during and tx >= since and tx < horizon order by tx offset most limit 1
    )
    select coalesce((select case when l.tx > f.tx then l.tx::text else (f.tx::text::numeric + 1)::text end from first f, later l), horizon::text)
$$;

create function audit.portion(during integer, since xid8, below xid8) returns setof audit.entry language sql stable security definer set search_path = pg_catalog as $$
    select * from audit.entry where audit.sealer() and epoch = during and tx >= since and tx < below
$$;
revoke execute on function audit.waiting(integer, xid8), audit.portion_end(integer, xid8, xid8, integer), audit.portion(integer, xid8, xid8) from public;
grant execute on function audit.waiting(integer, xid8), audit.portion_end(integer, xid8, xid8, integer), audit.portion(integer, xid8, xid8) to casebridge_wide;
