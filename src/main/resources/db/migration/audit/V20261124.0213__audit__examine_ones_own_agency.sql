-- Each privacy officer examines what the people of their own agency did, and whatever was done to a record in its custody. Who failed to sign in has no agency yet.
create policy agency on audit.entry as restrictive for select to casebridge_app, casebridge_wide using (
    (select access.machine()) or actor is null or actor = any ((select access.colleagues())::uuid[])
    or exists (select from access.custody c where c.client_id = entry.client and c.agency_id = (select access.agency())));
