-- "exists" let PostgreSQL read the custody of everybody first, 25 to 100 ms with 100,000 clients, before a list of a hundred lines found its first. Said as one value, it is asked of each row by its key,
-- so a list in the order of an index ends where it is full. What it lets through is as before.
create or replace procedure access.set_policies(place regclass, client text) language plpgsql as $$
begin
    execute format('drop policy if exists reach on %1$s; drop policy if exists custody on %1$s; drop policy if exists segment on %1$s', place);
    execute format('create policy reach on %s to casebridge_app using ((%I = any ((select access.reachable())::uuid[])) is true)', place, client);
    execute format($policy$
        create policy custody on %1$s to casebridge_wide using (
            (select access.wide()) and (
                select c.agency_id = (select access.agency()) and (not c.restricted or (select access.keeper())) from access.custody c where c.client_id = %1$s.%2$I)
            or %2$I = any ((select access.reachable())::uuid[]))
    $policy$, place, client);
    execute format($policy$
        create policy segment on %1$s as restrictive to casebridge_app, casebridge_wide using (
            segment is null or segment = any ((select access.segments())::uuid[]) or %2$I = any ((select access.reachable_part2())::uuid[]))
    $policy$, place, client);
end $$;

do $$
declare
    it record;
begin
    for it in select p.polrelid::regclass as place, case when p.polrelid = 'clients.client'::regclass then 'id' else 'client_id' end as client
              from pg_policy p where p.polname = 'custody' and p.polrelid <> 'clients.search_key'::regclass loop
        execute format($policy$
            alter policy custody on %1$s using (
                (select access.wide()) and (
                    select c.agency_id = (select access.agency()) and (not c.restricted or (select access.keeper())) from access.custody c where c.client_id = %1$s.%2$I)
                or %2$I = any ((select access.reachable())::uuid[]))
        $policy$, it.place, it.client);
    end loop;
end $$;
