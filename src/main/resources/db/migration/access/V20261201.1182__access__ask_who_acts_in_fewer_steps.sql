-- Every wall asks who acts, and each function on the way there is made ready anew in each transaction: four before the first row was read. Two are enough. What is asked and refused is as before.
create or replace function access.acting() returns uuid language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare
    who  text := current_setting('casebridge.actor', true);
    seal text[];
begin
    if coalesce(who, '') = '' then
        return null;
    end if;
    if session_user = 'casebridge_app' then
        seal := string_to_array(current_setting('casebridge.seal', true), ' ');
        if not exists (select from access.context_key k
                       where encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(concat_ws(' ', who, seal[1], pg_backend_pid(), seal[2]), 'UTF8'))), 'hex') = seal[3]
                         and extract(epoch from now()) <= seal[2]::bigint) then
            raise exception 'The acting context is not sealed by Casebridge' using errcode = 'insufficient_privilege';
        end if;
    end if;
    return who::uuid;
end $$;

create or replace function access.reachable() returns uuid[] language plpgsql stable parallel restricted as $$
declare
    who uuid := access.acting();
begin
    if who is null then
        raise exception 'Nobody is acting: read and write inside a transaction';
    end if;
    -- Whoever answers from outside reaches nobody by what was given to them here, whatever role they step into.
    if starts_with(current_setting('casebridge.seal', true), 'outside ') then
        return array[]::uuid[];
    end if;
    return array(select r.client_id from access.reach r
                 where r.account_id = who and not r.suspended
                   and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()));
end $$;

-- Whether one client is reached is asked before each page about them. As one large expression it was made ready anew in each transaction; in steps, most are answered by the first.
create or replace function access.reaches(client uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    who uuid := access.acting();
begin
    if who is null then
        raise exception 'Nobody is acting: read and write inside a transaction';
    end if;
    if exists (select from access.reach r
               where r.account_id = who and r.client_id = client and not r.suspended
                 and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now())
                 and (r.part2 or not exists (select from access.custody c where c.client_id = client and c.segment is not null and not exists (
                     select from access.segment_member m where m.account_id = who and m.segment = c.segment)))) then
        return true;
    end if;
    return access.wide() and exists (
        select from access.custody c
        where c.client_id = client and c.agency_id = access.agency() and (not c.restricted or access.keeper())
          and (c.segment is null or exists (select from access.segment_member m where m.account_id = who and m.segment = c.segment)));
end $$;
