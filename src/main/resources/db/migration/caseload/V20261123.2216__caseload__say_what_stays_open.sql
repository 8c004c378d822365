-- What happens with what was still open when the case closed, in words.
alter table caseload.case_file add left_open text not null default '';

-- A closed case is continued once.
create unique index on caseload.case_file (previous) where previous is not null;

-- How many people each worker of an agency has open cases of, in all and by programme. It counts beyond the reach of who asks, so it runs as the
-- owner, answers numbers only, and only for the agency of who asks.
create function caseload.loads(agency uuid) returns table (worker uuid, in_all boolean, program text, people integer)
language sql stable security definer set search_path = pg_catalog as $$
    select c.worker, grouping(g.name) = 1, coalesce(g.name, ''), count(distinct c.client_id)::integer
    from caseload.case_file c
    join caseload.program g on g.id = c.program_id
    where c.status = 'OPEN' and g.agency_id = agency and agency = access.agency()
    group by grouping sets ((c.worker, g.name), (c.worker))
    order by 1, 2, 4 desc, 3
$$;
revoke execute on function caseload.loads from public;
grant execute on function caseload.loads to casebridge_app, casebridge_wide;
