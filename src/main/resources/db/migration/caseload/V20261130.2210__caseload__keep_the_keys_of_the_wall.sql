-- The row policies ask who reaches whom, who keeps which record, what somebody is here and where they work. Whoever can slip SQL into a query could not name somebody else, but could write those rows: a reach
-- of their own, a wide role, a session of another's, a place in a Part 2 programme. So each of these rows is asked for by its rule when the application itself writes it: in the name of whom the sealed context says,
-- as the pages allow it too. What the house's own functions write, and the owner of the tables, is not asked about.

-- Whether somebody who answers from outside acts: whoever steps out of their role (set role none) then reaches nobody by what was given to them there.
create function access.from_outside() returns boolean language sql stable parallel restricted as $$
    select split_part(coalesce(current_setting('casebridge.seal', true), ''), ' ', 1) = 'outside'
$$;
create or replace function access.reachable() returns uuid[] language plpgsql stable parallel restricted as $$
declare
    who uuid := access.actor();
begin
    if access.from_outside() then
        return array[]::uuid[];
    end if;
    return array(select r.client_id from access.reach r
                 where r.account_id = who and not r.suspended
                   and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()));
end $$;
create or replace function access.reachable_part2() returns uuid[] language plpgsql stable parallel restricted as $$
begin
    return array(select r.client_id from access.reach r
                 where r.account_id = access.actor() and not access.from_outside() and r.part2 and not r.suspended
                   and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()));
end $$;

-- Whether this transaction began the client's record, or restricted it.
create function access.just_now(client uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from access.custody c where c.client_id = client and c.xmin = pg_current_xact_id()::xid)
$$;

-- Whether the acting person reaches the client by more than an emergency, and the rows of its Part 2 programmes where those are meant (42 CFR 2.12(c)(3), 2.31).
create function access.may_share(client uuid, labelled boolean) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select access.reaches(client) and not access.only_in_emergency(client)
       and (not labelled or exists (select from access.segment_client s join access.segment_member m on m.segment = s.segment where s.client_id = client and m.account_id = access.actor())
            or exists (select from access.reach r where r.account_id = access.actor() and r.client_id = client and r.part2 and r.because <> 'break_glass' and not r.suspended
                       and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now())))
$$;

create function access.may_keep(place text, deed text, was jsonb, said jsonb) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    who    uuid := access.acting();
    me     access.account;
    whose  uuid;
    admin  boolean;
begin
    -- That a session was used is noted before it is known whose request it is.
    if place = 'access.session' and deed = 'UPDATE' and (was - 'seen_at') = (said - 'seen_at') then
        return true;
    end if;
    -- Nobody is an actor too, before sign-in, and is sealed as such: a name that was wiped out is not.
    if who is null then
        perform access.check_context('');
        return place in ('access.account', 'access.session', 'access.agency') or place like 'accounts.%';
    else
        select * into me from access.account where id = who;
        if me.role = 'MACHINE' then
            return true;
        end if;
    end if;
    admin := coalesce(me.role = 'ADMINISTRATOR', false);
    case place
        when 'access.account' then
            if deed = 'INSERT' then
                return admin and (said ->> 'agency_id')::uuid = me.agency_id;
            elsif (was - array['language', 'password_hash', 'short_password', 'second_factor']) <> (said - array['language', 'password_hash', 'short_password', 'second_factor']) then
                return admin and (was ->> 'agency_id')::uuid = me.agency_id and (said ->> 'agency_id')::uuid = me.agency_id and was -> 'id' = said -> 'id';
            end if;
            return (said ->> 'id')::uuid = who or admin and (said ->> 'agency_id')::uuid = me.agency_id;
        when 'access.session' then
            return (said ->> 'account_id')::uuid = who and coalesce((was ->> 'account_id')::uuid, who) = who;
        when 'access.agency' then
            return (was - array['name', 'zone']) = (said - array['name', 'zone']) or admin and (said ->> 'id')::uuid = me.agency_id;
        when 'access.custody' then
            if deed = 'INSERT' then
                return (said ->> 'agency_id')::uuid = me.agency_id and not (said ->> 'restricted')::boolean;
            end if;
            return (was - 'restricted') = (said - 'restricted') and access.may_share((said ->> 'client_id')::uuid, false)
               and me.role = any (case when (said ->> 'restricted')::boolean then array['SUPERVISOR', 'PRIVACY_OFFICER'] else array['PRIVACY_OFFICER'] end);
        when 'access.named' then
            whose := (coalesce(said, was) ->> 'client_id')::uuid;
            return coalesce(me.role = 'PRIVACY_OFFICER', false) and access.reaches(whose) or coalesce(me.role = 'SUPERVISOR', false) and access.just_now(whose);
        when 'access.reach' then
            whose := (said ->> 'client_id')::uuid;
            if said ->> 'because' = 'break_glass' then
                return (said ->> 'account_id')::uuid = who and exists (
                    select from oversight.emergency e where e.subject = whose and e.account = who and e.ended_at is null and (said ->> 'part2')::boolean <= e.part2
                       and (said ->> 'ends_at')::timestamptz <= least(e.ends_at, e.opened_at + interval '3 hours'));
            end if;
            return said ->> 'because' = 'added' and (said ->> 'account_id')::uuid = who and not (said ->> 'part2')::boolean and access.just_now(whose)
                or access.may_share(whose, (said ->> 'part2')::boolean and not exists (
                    -- A client's consent lets another organization's people read what it covers, whoever writes it down (42 CFR 2.31).
                    select from consent.consent c join access.account a on a.id = (said ->> 'account_id')::uuid
                    where c.client_id = whose and said ->> 'because' = 'consent' and a.role = 'PARTNER' and 'PART2' = any (c.classes)));
        when 'caseload.program_worker' then
            return me.role in ('SUPERVISOR', 'ADMINISTRATOR')
               and exists (select from caseload.program p where p.id = (coalesce(said, was) ->> 'program_id')::uuid and p.agency_id = me.agency_id);
        when 'caseload.coverage' then
            return me.role in ('SUPERVISOR', 'ADMINISTRATOR') or (said ->> 'absent')::uuid = who and coalesce((was ->> 'absent')::uuid, who) = who
                or was is not null and (was - 'ended_at') = (said - 'ended_at');
        when 'caseload.program' then
            return was -> 'shared' = said -> 'shared' or admin and (said ->> 'agency_id')::uuid = me.agency_id;
        when 'workforce.worker' then
            return coalesce(was -> 'supervisor', 'null') = coalesce(said -> 'supervisor', 'null') or me.role in ('SUPERVISOR', 'ADMINISTRATOR');
        else
            -- What somebody signs in by.
            whose := (coalesce(said, was) ->> 'account_id')::uuid;
            return whose = who and coalesce((was ->> 'account_id')::uuid, who) = who
                or admin and exists (select from access.account a where a.id = whose and a.agency_id = me.agency_id);
    end case;
end $$;

create function access.keep() returns trigger language plpgsql as $$
begin
    if session_user = 'casebridge_app' and current_user in ('casebridge_app', 'casebridge_wide', 'casebridge_partner', 'casebridge_portal')
        and access.may_keep(tg_table_schema || '.' || tg_table_name, tg_op, case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end) is not true then
        raise exception 'This row of % is not theirs to write', tg_table_schema || '.' || tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger keep before insert or update on access.account for each row execute function access.keep();
create trigger keep before insert or update on access.session for each row execute function access.keep();
create trigger keep before update on access.agency for each row execute function access.keep();
create trigger keep before insert or update on access.custody for each row execute function access.keep();
create trigger keep before insert or update or delete on access.named for each row execute function access.keep();
create trigger keep before insert or update on access.reach for each row execute function access.keep();
create trigger keep before insert or update or delete on caseload.program_worker for each row execute function access.keep();
create trigger keep before insert or update on caseload.coverage for each row execute function access.keep();
create trigger keep before update on caseload.program for each row execute function access.keep();
create trigger keep before insert or update on workforce.worker for each row execute function access.keep();
create trigger keep before insert or update or delete on accounts.totp for each row execute function access.keep();
create trigger keep before insert or update or delete on accounts.passkey for each row execute function access.keep();
create trigger keep before insert or update on accounts.recovery_code for each row execute function access.keep();
create trigger keep before insert or update on accounts.invitation for each row execute function access.keep();
create trigger keep before insert or update on accounts.known_browser for each row execute function access.keep();
create trigger keep before insert or update on accounts.oidc_link for each row execute function access.keep();
revoke delete on access.account, access.agency, access.custody, caseload.program from casebridge_app, casebridge_wide;

-- Partners set up an authenticator app and keep drafts, which are sealed: the keyset, itself sealed by the key from outside, is read for that.
grant usage on schema sealing to casebridge_partner;
grant select on sealing.keyset to casebridge_partner;
