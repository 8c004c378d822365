create schema audit;

create table audit.change (
    at     timestamptz not null default clock_timestamp(),
    actor  uuid,
    tx     xid8 not null default pg_current_xact_id(),
    place  text not null,
    row_id text,
    was    jsonb,
    became jsonb
);
create index on audit.change (row_id);

-- Long text is cut to its first 200 characters here: the row itself keeps the whole, the audit proves that it changed.
create function audit.brief(whole jsonb) returns jsonb language sql immutable as $$
    select jsonb_object_agg(key, case when jsonb_typeof(value) = 'string' and length(value #>> '{}') > 200
                                      then to_jsonb(left(value #>> '{}', 200) || '…') else value end)
    from jsonb_each(whole)
$$;

create function audit.note() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    was    jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    became jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
begin
    if pg_column_size(was) > 2000 or pg_column_size(became) > 2000 then
        was := audit.brief(was);
        became := audit.brief(became);
    end if;
    insert into audit.change (actor, place, row_id, was, became)
    values (access.actor(), tg_table_schema || '.' || tg_table_name, coalesce(became, was) ->> 'id', was, became);
    return null;
end $$;

create procedure audit.watch(place regclass) language plpgsql as $$
begin
    execute format('create trigger audit after insert or update or delete on %s for each row execute function audit.note()', place);
end $$;

-- Who looked at whom. A page about one client names it; a list names all it showed.
create table audit.view (
    at      timestamptz not null default clock_timestamp(),
    actor   uuid   not null,
    clients uuid[] not null,
    page    text   not null
);
create index on audit.view using gin (clients);

revoke insert, update, delete on audit.change from casebridge_app, casebridge_wide;
revoke update, delete on audit.view from casebridge_app, casebridge_wide;
