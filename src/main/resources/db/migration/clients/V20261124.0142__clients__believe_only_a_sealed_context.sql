drop policy custody on clients.search_key;
create policy custody on clients.search_key to casebridge_wide using (
    (select access.wide()) and agency_id = (select access.agency()) and (not restricted or (select access.keeper()))
    or client_id = any ((select access.reachable())::uuid[]));
