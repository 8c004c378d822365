-- Nothing waits most of the time, and then "is there any" would read the whole log: the youngest row answers.
create or replace function audit.waiting(since integer, horizon xid8) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select audit.sealer() and coalesce((select (e.epoch, e.tx) >= (since, horizon) from audit.entry e order by e.epoch desc, e.tx desc limit 1), false)
$$;

-- Array operators are not leakproof, so under the row policy a search by client would read the whole log. It is read as the log's owner, for those whom the policy lets in.
create function audit.examiner() returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from access.account a where a.id = access.actor() and a.role in ('PRIVACY_OFFICER', 'MACHINE'))
$$;
create function audit.about(people uuid[]) returns setof audit.entry language sql stable security definer set search_path = pg_catalog as $$
    select * from audit.entry where audit.examiner() and client = any (people)
    union all
    select * from audit.entry where audit.examiner() and others && people and (client is null or client <> all (people))
$$;
revoke execute on function audit.about(uuid[]) from public;
grant execute on function audit.about(uuid[]) to casebridge_app, casebridge_wide;
