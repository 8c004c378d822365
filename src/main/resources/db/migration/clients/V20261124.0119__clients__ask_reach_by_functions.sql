-- As the tables that access.guard guards; the agency stands in the row itself here, so that a search needs no look elsewhere.
drop policy reach on clients.search_key;
drop policy custody on clients.search_key;
drop policy segment on clients.search_key;
create policy reach on clients.search_key to casebridge_app using (client_id = any ((select access.reachable())::uuid[]));
create policy custody on clients.search_key to casebridge_wide using (
    agency_id = (select access.agency()) and (not restricted or (select access.keeper())) or client_id = any ((select access.reachable())::uuid[]));
create policy segment on clients.search_key as restrictive to casebridge_app, casebridge_wide using (
    segment is null or segment = any ((select access.segments())::uuid[]) or client_id = any ((select access.reachable_part2())::uuid[]));
