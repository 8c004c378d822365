-- Alerts and emergencies are about people of one agency, and are for its own privacy officer.
create policy agency on oversight.alert as restrictive to casebridge_app, casebridge_wide using ((select access.machine()) or account = any ((select access.colleagues())::uuid[]));
create policy agency on oversight.emergency as restrictive to casebridge_app, casebridge_wide using ((select access.machine()) or account = any ((select access.colleagues())::uuid[]));
