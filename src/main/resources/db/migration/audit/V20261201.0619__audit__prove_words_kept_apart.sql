-- Of a row that is kept apart the log proves the words by their SHA-256 and does not hold them: whoever searches the log does not read them.
create function audit.prove(whole jsonb) returns jsonb language sql immutable as $$
    select jsonb_object_agg(key, case when key = 'words' and value <> 'null' then to_jsonb('sha256:' || encode(sha256(convert_to(value #>> '{}', 'UTF8')), 'hex')) else value end) from jsonb_each(whole)
$$;

-- As before, and: so for whatever says that it is kept apart.
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
    insert into audit.entry (kind, what, client, record, fields, was, became)
    values ('CHANGE', place, (case when place = 'clients.client' then whole ->> 'id' else whole ->> 'client_id' end)::uuid, whole ->> 'id', differ, before, after);
    return null;
end $$;
