-- Who is acting is said in a setting, and whoever can slip SQL into a query could set it. So Casebridge seals what it says: an HMAC-SHA256 (RFC 2104) over the account, whether its role is wide,
-- the connection's process and the last moment it may be used. The key is made from the application's login (org.casebridge.data.ContextKey), which no query can read, and laid down here at each start.
create table access.context_key (
    one       boolean primary key default true check (one),
    inner_pad bytea not null check (length(inner_pad) = 64),
    outer_pad bytea not null check (length(outer_pad) = 64)
);
revoke all on access.context_key from casebridge_app, casebridge_wide;

-- Refuses a context that Casebridge did not seal for this connection, or that has run out. The owner of the tables and a superuser need no seal: no policy holds them.
create function access.check_context(who text) returns boolean language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare
    seal   text := current_setting('casebridge.seal', true);
    broad  text := split_part(seal, ' ', 1);
    expiry text := split_part(seal, ' ', 2);
    good   boolean;
begin
    if session_user <> 'casebridge_app' then
        return true;
    end if;
    select encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(concat_ws(' ', who, broad, pg_backend_pid(), expiry), 'UTF8'))), 'hex') = split_part(seal, ' ', 3)
    into good from access.context_key k;
    if good is not true or extract(epoch from now()) > expiry::bigint then
        raise exception 'The acting context is not sealed by Casebridge' using errcode = 'insufficient_privilege';
    end if;
    return broad = 'wide';
end $$;

-- Nobody (null) is an answer here; for what may happen before anybody has signed in.
create function access.acting() returns uuid language plpgsql stable parallel restricted as $$
declare
    who text := current_setting('casebridge.actor', true);
begin
    if coalesce(who, '') = '' then
        return null;
    end if;
    perform access.check_context(who);
    return who::uuid;
end $$;

create or replace function access.actor() returns uuid language plpgsql stable parallel restricted as $$
declare
    who uuid := access.acting();
begin
    if who is null then
        raise exception 'Nobody is acting: read and write inside a transaction';
    end if;
    return who;
end $$;

-- Whether the acting person's role is a wide one: said by the seal, as whoever can slip in a query can change the role, too.
create function access.wide() returns boolean language plpgsql stable parallel restricted as $$
begin
    return coalesce(current_setting('casebridge.actor', true), '') <> '' and access.check_context(current_setting('casebridge.actor', true));
end $$;

alter function access.reachable() parallel restricted;
alter function access.reachable_part2() parallel restricted;
alter function access.segments() parallel restricted;
alter function access.agency() parallel restricted;
alter function access.keeper() parallel restricted;

create or replace procedure access.set_policies(place regclass, client text) language plpgsql as $$
begin
    execute format('drop policy if exists reach on %1$s; drop policy if exists custody on %1$s; drop policy if exists segment on %1$s', place);
    execute format('create policy reach on %s to casebridge_app using (%I = any ((select access.reachable())::uuid[]))', place, client);
    execute format($policy$
        create policy custody on %1$s to casebridge_wide using (
            (select access.wide()) and exists (
                select from access.custody c where c.client_id = %1$s.%2$I and c.agency_id = (select access.agency()) and (not c.restricted or (select access.keeper())))
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
    perform set_config('client_min_messages', 'warning', true);
    for it in select c.oid::regclass as place, case when n.nspname || '.' || c.relname = 'clients.client' then 'id' else 'client_id' end as client
              from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
              where p.polname = 'segment' and n.nspname || '.' || c.relname <> 'clients.search_key' loop
        call access.set_policies(it.place, it.client);
    end loop;
    -- Functions that believed the settings themselves.
    for it in select pg_get_functiondef(f.oid) as text from pg_proc f join pg_namespace n on n.oid = f.pronamespace
              where n.nspname not in ('pg_catalog', 'information_schema') and f.prokind = 'f' and f.proname not in ('acting', 'wide', 'check_context')
                and (f.prosrc like '%current_setting(''role'')%' or f.prosrc like '%current_setting(''casebridge.actor'', true)%') loop
        execute replace(replace(it.text, 'current_setting(''role'') = ''casebridge_wide''', 'access.wide()'),
                        'nullif(current_setting(''casebridge.actor'', true), '''')::uuid', 'access.acting()');
    end loop;
end $$;
