-- Who opened whose record is known to the privacy officer of the agency whose worker opened it, as alerts and emergencies are.
create policy agency on oversight.pair as restrictive to casebridge_app, casebridge_wide using ((select access.machine()) or account = any ((select access.colleagues())::uuid[]));
