-- As loads(agency), of these workers alone: a page of the team counts the cases of those whom it shows.
create function caseload.loads(agency uuid, workers uuid[]) returns table (worker uuid, in_all boolean, program text, people integer)
language sql stable security definer set search_path = pg_catalog as $$
    select c.worker, grouping(g.name) = 1, coalesce(g.name, ''), count(distinct c.client_id)::integer
    from caseload.case_file c
    join caseload.program g on g.id = c.program_id
    join access.custody k on k.client_id = c.client_id
    where c.worker = any (workers) and c.status = 'OPEN' and g.agency_id = agency and agency = access.agency()
      and (c.segment is null or c.segment = any ((select access.segments())::uuid[]))
      and (not k.restricted or (select access.keeper()) or c.client_id = any ((select access.reachable())::uuid[]))
    group by grouping sets ((c.worker, g.name), (c.worker))
    order by 1, 2, 4 desc, 3
$$;
revoke execute on function caseload.loads(uuid, uuid[]) from public;
grant execute on function caseload.loads(uuid, uuid[]) to casebridge_app, casebridge_wide;
