-- One log for what changed, who looked, and what was done or refused (45 CFR 164.312(b)): so that one seal covers all of it. Who acts, from where and
-- why are the defaults of its columns, read from the settings of the transaction (data.ActingTransactions): whoever writes a row cannot say otherwise.

-- A database that was restored from a backup begins a new epoch, as the numbers of its transactions begin again.
create sequence audit.epoch_number as integer;
select setval('audit.epoch_number', 1);
revoke all on sequence audit.epoch_number from casebridge_app, casebridge_wide;
grant select on sequence audit.epoch_number to casebridge_app, casebridge_wide, casebridge_matching;
grant usage on sequence audit.epoch_number to casebridge_wide;
create function audit.epoch() returns integer language sql stable as $$
    select last_value::integer from audit.epoch_number
$$;

create function audit.said(name text) returns text language sql stable parallel safe as $$
    select nullif(current_setting('casebridge.' || name, true), '')
$$;

create table audit.entry (
    id       bigint generated always as identity primary key,
    epoch    integer     not null default audit.epoch(),
    tx       xid8        not null default pg_current_xact_id(),
    at       timestamptz not null default clock_timestamp(),
    login    text        not null default session_user,
    actor    uuid        default audit.said('actor')::uuid,
    session  uuid        default audit.said('session')::uuid,
    factors  text        default audit.said('factors'),
    purpose  text        default audit.said('purpose'),
    request  uuid        default audit.said('request')::uuid,
    source   text        default audit.said('source'),
    kind     text        not null check (kind in ('CHANGE', 'LOOK', 'DEED')),
    what     text        not null,
    client   uuid,
    others   uuid[],
    record   text,
    fields   text[],
    was      jsonb,
    became   jsonb,
    decision text        not null default 'ALLOWED' check (decision in ('ALLOWED', 'REFUSED')),
    reason   text
);
comment on table audit.entry is 'What changed (what: the table), who looked (what: the page), what was done or refused (what: the deed). Sealed by audit.seal.';
comment on column audit.entry.others is 'Whom a list showed, or a page besides its client.';
comment on column audit.entry.login is 'The database login; what came another way than through the application shows here.';

create index on audit.entry (epoch, tx);
create index on audit.entry (at, id);
create index on audit.entry (actor, at, id);
create index on audit.entry (client, at, id) where client is not null;
create index on audit.entry using gin (others) where others is not null;
create index on audit.entry (what, at, id) where kind = 'DEED';
create index on audit.entry (at, id) where decision = 'REFUSED';
create index on audit.entry (record) where kind = 'CHANGE';

insert into audit.entry (at, tx, actor, kind, what, client, record, fields, was, became)
select c.at, c.tx, c.actor, 'CHANGE', c.place, audit.about(c.place, c.row_id, c.was, c.became)::uuid, c.row_id,
       case when c.was is not null and c.became is not null then array(select n.key from jsonb_each(c.became) n where n.value is distinct from c.was -> n.key order by n.key) end,
       c.was, c.became
from audit.change c order by c.at;
insert into audit.entry (at, actor, kind, what, client, others)
select v.at, v.actor, 'LOOK', v.page, case when cardinality(v.clients) = 1 then v.clients[1] end, case when cardinality(v.clients) > 1 then v.clients end
from audit.view v order by v.at;
drop table audit.change;
drop table audit.view;
drop function audit.about(text, text, jsonb, jsonb);

-- Long text is cut to its first 200 characters here, with its SHA-256: the row itself keeps the whole, the audit proves which it was.
create or replace function audit.brief(whole jsonb) returns jsonb language sql immutable as $$
    select jsonb_object_agg(key, case when jsonb_typeof(value) = 'string' and length(value #>> '{}') > 200
                                      then to_jsonb(left(value #>> '{}', 200) || '… sha256:' || encode(sha256(convert_to(value #>> '{}', 'UTF8')), 'hex')) else value end)
    from jsonb_each(whole)
$$;

-- Of a changed row only what differs is kept; of one that comes or goes, all.
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
    end if;
    if tg_op = 'UPDATE' then
        select array_agg(n.key order by n.key), jsonb_object_agg(n.key, before -> n.key), jsonb_object_agg(n.key, n.value)
        into differ, before, after
        from jsonb_each(after) n where n.value is distinct from before -> n.key;
        if differ is null then
            return null;
        end if;
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

-- What happens to accounts and sessions, whatever code does it: nobody can forget to say it. Values of columns that hold a secret are not kept, only
-- that they differ; columns named in the arguments are of no interest.
create function audit.note_access() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - coalesce(tg_argv, '{}') end;
    after  jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - coalesce(tg_argv, '{}') end;
    whole  jsonb := coalesce(after, before);
    differ text[];
    deed   text;
begin
    if tg_op = 'UPDATE' then
        select array_agg(n.key order by n.key) into differ from jsonb_each(after) n where n.value is distinct from before -> n.key;
        if differ is null then
            return null;
        end if;
    end if;
    deed := case
        when tg_table_name = 'session' then case tg_op when 'INSERT' then 'SIGNED_IN' when 'DELETE' then 'SIGNED_OUT' else 'SESSION_CHANGED' end
        when tg_table_name in ('reach', 'custody', 'named') then 'REACH_CHANGED'
        when tg_table_name <> 'account' then 'ACCESS_CHANGED'
        when tg_op = 'INSERT' then 'ACCOUNT_ADDED'
        when 'password_hash' = any (differ) then 'PASSWORD_CHANGED'
        when 'role' = any (differ) then 'ROLE_CHANGED'
        when 'disabled_at' = any (differ) then case when after ->> 'disabled_at' is null then 'ACCOUNT_ADMITTED' else 'ACCOUNT_DISABLED' end
        else 'ACCOUNT_CHANGED' end;
    if tg_op = 'UPDATE' then
        before := (select jsonb_object_agg(key, value) from jsonb_each(before) where key = any (differ));
        after := (select jsonb_object_agg(key, value) from jsonb_each(after) where key = any (differ));
    end if;
    insert into audit.entry (actor, kind, what, client, record, fields, was, became)
    values (coalesce(audit.said('actor'), whole ->> 'account_id')::uuid, 'DEED', deed, (whole ->> 'client_id')::uuid,
            tg_table_name || ':' || coalesce(case when tg_table_name = 'account' then whole ->> 'id' end, whole ->> 'account_id', whole ->> 'id', ''),
            differ, audit.unsecret(before), audit.unsecret(after));
    return null;
end $$;

create function audit.unsecret(whole jsonb) returns jsonb language sql immutable as $$
    select jsonb_object_agg(key, case when key ~ 'password|hash|secret|seed|key|token|code|digest' and value <> 'null' then '"•"' else value end) from jsonb_each(whole)
$$;

create procedure audit.watch_access(place regclass, variadic uninteresting text[] default '{}') language plpgsql as $$
begin
    execute format('create trigger audit after insert or update or delete on %s for each row execute function audit.note_access(%s)',
        place, (select coalesce(string_agg(quote_literal(it), ', '), '') from unnest(uninteresting) it));
end $$;

call audit.watch_access('access.account');
call audit.watch_access('access.session', 'seen_at');
call audit.watch_access('access.agency');
call audit.watch_access('access.custody');
call audit.watch_access('access.named');
create trigger audit after insert or delete on access.reach for each row execute function audit.note_access('given_at', 'given_by');

-- Added to, and nothing else, by anybody.
create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The audit is added to and never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger added_to_only before update or delete or truncate on audit.entry for each statement execute function audit.refuse();

revoke all on audit.entry from casebridge_app, casebridge_wide;
grant select, insert (kind, what, client, others, record, fields, became, decision, reason) on audit.entry to casebridge_app, casebridge_wide;
alter table audit.entry enable row level security;
create policy added on audit.entry for insert with check (true);
create policy examined on audit.entry for select to casebridge_app, casebridge_wide
    using ((select a.role from access.account a where a.id = (select access.actor())) in ('PRIVACY_OFFICER', 'MACHINE'));

-- Its look goes into the one log.
grant insert (kind, what, others) on audit.entry to casebridge_matching;
grant create on schema clients to casebridge_matching;
set local role casebridge_matching;
create or replace function clients.someone_like(kinds text[], tokens text[]) returns table (client_id uuid, reached boolean, weight integer)
language sql security definer set search_path = pg_catalog as $$
    with hit as materialized (
        select h.client_id, asked.kind, asked.token
        from unnest(kinds, tokens) as asked (kind, token) cross join access.agency a cross join lateral (
            select k.client_id from clients.search_key k
            where k.agency_id = a.id and k.kind = upper(asked.kind) and k.token = asked.token limit 5000) h
    ), counted as (
        select h.client_id,
               count(*) filter (where h.kind = 'N') as same_words,
               count(*) filter (where h.kind = 'S') as like_words,
               bool_or(h.kind = 'D') as same_birth, bool_or(h.kind = 'd') as swapped_birth, bool_or(h.kind = 'X') as same_number,
               bool_or(h.kind = 'E') as same_email, bool_or(h.kind = 'P') as same_phone
        from hit h group by h.client_id
        having bool_or(h.kind in ('D', 'd', 'X', 'E', 'P')) or count(*) filter (where h.kind in ('N', 'S')) > 1
    ), weighed as (
        select c.client_id, (4 * c.same_words + 3 * greatest(0, c.like_words - c.same_words)
                             + case when c.same_birth then 7 when c.swapped_birth then 5 else 0 end + case when c.same_number then 10 else 0 end
                             + case when c.same_email then 6 else 0 end + case when c.same_phone then 5 else 0 end)::integer as weight
        from counted c
    ), heaviest as (
        select w.client_id, w.weight,
               exists (select from access.reach r where r.account_id = access.actor() and r.client_id = w.client_id and (r.until is null or r.until >= current_date))
               or current_setting('role') = 'casebridge_wide' and exists (
                   select from access.custody c where c.client_id = w.client_id and c.agency_id = access.agency()) as reached
        from weighed w where w.weight >= 5
        order by w.weight desc, w.client_id limit 200
    ), beyond as (
        select array_agg(h.client_id) as clients from heaviest h where not h.reached and h.weight >= 12
    ), noted as (
        insert into audit.entry (kind, what, others) select 'LOOK', 'someone like this, beyond reach', b.clients from beyond b where b.clients is not null
    )
    select case when h.reached then h.client_id end, h.reached, h.weight from heaviest h where h.reached or h.weight >= 12
    order by h.weight desc
$$;
reset role;
revoke create on schema clients from casebridge_matching;
