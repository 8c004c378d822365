-- Of columns that hold what must not be read in the database (numbers, addresses), the log says that they differ and not what they held. A table names them when it is watched.
create function audit.hide(whole jsonb, hidden text[]) returns jsonb language sql immutable as $$
    select jsonb_object_agg(key, case when key = any (hidden) and value not in ('null', '""') then '"•"' else value end) from jsonb_each(whole)
$$;

-- As before, and: what is sealed anew by the owner of the tables (after a new key, or when its column was sealed first) did not change, so no row of its own says so.
create or replace function audit.note() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    after  jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    whole  jsonb := coalesce(after, before);
    place  text  := tg_table_schema || '.' || tg_table_name;
    differ text[];
begin
    if session_user = 'casebridge_app' then
        perform access.actor();
    elsif tg_op = 'UPDATE' and tg_nargs > 0 and current_setting('casebridge.resealing', true) = 'yes' then
        return null;
    end if;
    if tg_op = 'UPDATE' then
        select array_agg(n.key order by n.key), jsonb_object_agg(n.key, before -> n.key), jsonb_object_agg(n.key, n.value)
        into differ, before, after
        from jsonb_each(after) n where n.value is distinct from before -> n.key;
        if differ is null then
            return null;
        end if;
    end if;
    if tg_nargs > 0 then
        before := audit.hide(before, tg_argv::text[]);
        after := audit.hide(after, tg_argv::text[]);
    end if;
    if pg_column_size(before) > 2000 then
        before := audit.brief(before);
    end if;
    if pg_column_size(after) > 2000 then
        after := audit.brief(after);
    end if;
    insert into audit.entry (kind, what, client, record, fields, was, became)
    values ('CHANGE', place, (case when place = 'clients.client' then whole ->> 'id' else whole ->> 'client_id' end)::uuid, whole ->> 'id', differ, before, after);
    return null;
end $$;

drop procedure audit.watch(regclass);
create procedure audit.watch(place regclass, variadic hidden text[] default '{}') language plpgsql as $$
begin
    execute format('drop trigger if exists audit on %s', place);
    execute format('create trigger audit after insert or update or delete on %s for each row execute function audit.note(%s)',
        place, (select coalesce(string_agg(quote_literal(it), ', '), '') from unnest(hidden) it));
end $$;
