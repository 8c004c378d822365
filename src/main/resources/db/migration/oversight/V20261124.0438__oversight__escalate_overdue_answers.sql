-- How many records opened in an emergency wait for an answer longer than 72 hours, and since when: for the administrator, who learns neither whose records nor who opened them.
create function oversight.overdue_answers() returns table (answers integer, since timestamptz) language sql stable security definer set search_path = pg_catalog as $$
    select count(*)::integer, min(a.raised_at) + interval '72 hours' from oversight.alert a
    where a.kind = 'EMERGENCY' and a.state = 'OPEN' and a.raised_at < now() - interval '72 hours' and a.account = any ((select access.colleagues())::uuid[])
      and (select me.role from access.account me where me.id = access.actor()) in ('ADMINISTRATOR', 'PRIVACY_OFFICER')
$$;
revoke execute on function oversight.overdue_answers() from public;
grant execute on function oversight.overdue_answers() to casebridge_app, casebridge_wide;
