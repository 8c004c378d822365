-- Whoever answers for another organization, and a client on their own pages, act in PostgreSQL through roles of their own: what their pages need is granted by name, everything else is refused, whatever a page forgets.
do $$
declare
    it text;
begin
    foreach it in array array['casebridge_partner', 'casebridge_portal'] loop
        if not exists (select from pg_roles where rolname = it) then
            execute format('create role %I nologin', it);
        end if;
        if current_setting('server_version_num')::int >= 160000 then
            execute format('grant %I to casebridge_app with inherit false', it);
        else
            execute format('grant %I to casebridge_app', it);
        end if;
    end loop;
end $$;

-- Whom they reach: by a referral, a consent, or as themselves; asked as the owner, so that who reaches whom need not be theirs to read.
create function access.outside(labelled boolean) returns uuid[] language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
    return array(select r.client_id from access.reach r
                 where r.account_id = access.actor() and not r.suspended and r.because in ('referral', 'consent', 'portal') and (r.part2 or not labelled)
                   and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()));
end $$;
create function access.open_until(client uuid) returns timestamptz language sql stable security definer set search_path = pg_catalog as $$
    select r.ends_at from access.reach r where r.account_id = access.actor() and r.client_id = client and r.because = 'break_glass' and r.ends_at > now()
$$;
create function access.only_in_emergency(client uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    with mine as (
        select r.because from access.reach r where r.account_id = access.actor() and r.client_id = client and not r.suspended
           and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now())
    )
    select exists (select from mine where because = 'break_glass') and not exists (select from mine where because <> 'break_glass')
       and not (access.wide() and exists (select from access.custody c where c.client_id = client and c.agency_id = access.agency() and not c.restricted and c.segment is null))
$$;
create function access.has_segment(client uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from access.segment_client s where s.client_id = client)
$$;
alter function access.reaches(uuid) security definer set search_path = pg_catalog;
create function directory.answered_for() returns uuid[] language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
    return array(select p.organization_id from directory.partner p where p.account_id = access.actor());
end $$;

-- Only tables that the asker may read are looked through.
do $$
begin
    execute replace(replace(pg_get_functiondef('consent.segmented(uuid)'::regprocedure),
        'not exists (select from access.segment_client s where s.client_id = client)', 'not access.has_segment(client)'),
        'where c.relkind in (''r'', ''p'')', 'where has_table_privilege(c.oid, ''select'') and c.relkind in (''r'', ''p'')');
end $$;

-- Themselves: account, sign-in, drafts, and the log that is only written to.
grant usage on schema access, accounts, audit, data, web, directory, clients, consent, referrals, caseload to casebridge_partner;
grant select on access.account, access.agency to casebridge_partner;
grant update (language, password_hash, short_password, second_factor) on access.account to casebridge_partner;
grant select, insert, update, delete on access.session, data.once, web.draft to casebridge_partner;
grant select, insert, update, delete on all tables in schema accounts to casebridge_partner;
alter default privileges in schema accounts grant select, insert, update, delete on tables to casebridge_partner;
grant insert (kind, what, client, others, record, fields, became, decision, reason) on audit.entry to casebridge_partner;
grant select on sequence audit.epoch_number to casebridge_partner;
grant select on all tables in schema directory to casebridge_partner;
alter default privileges in schema directory grant select on tables to casebridge_partner;

-- What was sent to them: the referral with its steps, whose it is, and the consents that let it go; what they are shown is written down.
grant select on clients.client, clients.person_name, clients.contact_point, clients.address, clients.identifier to casebridge_partner;
grant select on consent.consent, consent.revocation, consent.label, consent.disclosure to casebridge_partner;
grant insert, update on consent.disclosure to casebridge_partner;
grant select, update on referrals.referral to casebridge_partner;
grant select, insert on referrals.step to casebridge_partner;
grant insert on caseload.story to casebridge_partner;
grant select (client_id, source) on caseload.story to casebridge_partner;

do $$
declare
    it record;
begin
    for it in select place, client from (values ('clients.client', 'id'), ('clients.person_name', 'client_id'), ('clients.contact_point', 'client_id'), ('clients.address', 'client_id'),
            ('clients.identifier', 'client_id'), ('consent.consent', 'client_id'), ('consent.revocation', 'client_id'), ('consent.label', 'client_id'), ('consent.disclosure', 'client_id'),
            ('caseload.story', 'client_id')) as t (place, client) loop
        execute format('create policy outside on %s to casebridge_partner using (%I = any ((select access.outside(false))::uuid[]))', it.place, it.client);
        execute format('create policy outside_segment on %s as restrictive to casebridge_partner using (segment is null or %I = any ((select access.outside(true))::uuid[]))', it.place, it.client);
    end loop;
end $$;
create policy outside on referrals.referral to casebridge_partner using (
    client_id = any ((select access.outside(false))::uuid[]) and live and status <> 'ENTERED_IN_ERROR' and organization_id = any ((select directory.answered_for())::uuid[]));
create policy outside_segment on referrals.referral as restrictive to casebridge_partner using (segment is null or client_id = any ((select access.outside(true))::uuid[]));
create policy outside on referrals.step to casebridge_partner using (exists (select from referrals.referral r where r.id = step.referral_id and r.client_id = step.client_id));
create policy outside_segment on referrals.step as restrictive to casebridge_partner using (segment is null or client_id = any ((select access.outside(true))::uuid[]));

-- A client on their own pages: their own name, until those pages say what else they show.
grant usage on schema access, audit, clients to casebridge_portal;
grant select on access.account, access.agency to casebridge_portal;
grant insert (kind, what, client, others, record, fields, became, decision, reason) on audit.entry to casebridge_portal;
grant select on sequence audit.epoch_number to casebridge_portal;
grant select on clients.client to casebridge_portal;
create policy own on clients.client to casebridge_portal using (id = any ((select access.outside(false))::uuid[]));
