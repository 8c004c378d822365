-- Who acts was asked twice for each changed row: that somebody does, and again for the entry's own column. The seal is compared once now, and its answer written down.
create or replace function audit.note() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    after  jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    whole  jsonb := coalesce(after, before);
    place  text  := tg_table_schema || '.' || tg_table_name;
    who    uuid;
    differ text[];
begin
    if session_user = 'casebridge_app' then
        who := access.actor();
    elsif tg_op = 'UPDATE' and tg_nargs > 0 and current_setting('casebridge.resealing', true) = 'yes' then
        return null;
    else
        who := access.acting();
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
    if whole ->> 'apart' is not null then
        before := audit.prove(before);
        after := audit.prove(after);
    end if;
    if pg_column_size(before) > 2000 then
        before := audit.brief(before);
    end if;
    if pg_column_size(after) > 2000 then
        after := audit.brief(after);
    end if;
    insert into audit.entry (actor, kind, what, client, record, fields, was, became)
    values (who, 'CHANGE', place, (case when place = 'clients.client' then whole ->> 'id' else whole ->> 'client_id' end)::uuid, whole ->> 'id', differ, before, after);
    return null;
end $$;
