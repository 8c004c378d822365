-- Numbers that open doors, and addresses where someone in danger may be found, are sealed by the application (sealing.Sealed), each for its own row, which has a key for that now. A token, made with a
-- key outside the database and only for its own client, tells the same number from another, so that nobody has one twice. Older rows are sealed by the server's next start; new ones must be.
alter table clients.identifier
    add column id     uuid not null default gen_random_uuid(),
    add column sealed bytea,
    add column token  text,
    alter column value drop not null,
    add constraint held check ((value is null) = (sealed is not null)),
    add constraint secret check (kind not in ('SSN', 'DRIVER_LICENSE', 'PASSPORT') or sealed is not null) not valid,
    add constraint identifier_once unique (client_id, token) deferrable initially deferred;
alter table clients.identifier alter column id drop default, drop constraint identifier_pkey, add primary key (id);
create index on clients.identifier (client_id, place);

alter table clients.address
    add column id           uuid    not null default gen_random_uuid(),
    add column confidential boolean not null default false,
    add column sealed       bytea,
    drop constraint address_check,
    add constraint said check (kind = 'NO_FIXED_ADDRESS' or sealed is not null or street <> '' or city <> '' or region <> '' or postal_code <> '' or words <> ''),
    add constraint held check (sealed is null or street = '' and city = '' and region = '' and postal_code = '' and words = '' and latitude is null),
    add constraint secret check (not (unsafe or confidential) or sealed is not null) not valid;
alter table clients.address alter column id drop default, drop constraint address_pkey, add primary key (id);
create index on clients.address (client_id, place);

call audit.watch('clients.identifier', 'value', 'sealed', 'token');
call audit.watch('clients.address', 'street', 'city', 'region', 'postal_code', 'words', 'latitude', 'longitude', 'sealed');

-- Nobody has the same phone twice; of those who have, the first stays.
delete from clients.contact_point later using clients.contact_point earlier
where later.client_id = earlier.client_id and later.number = earlier.number and later.place > earlier.place;
alter table clients.contact_point add constraint contact_point_once unique (client_id, number) deferrable initially deferred;

-- A sealed number is found by tokens: of the whole (Z), and of the last four digits of a Social Security number (L).
alter table clients.search_key drop constraint search_key_kind_check,
    add constraint search_key_kind_check check (kind in ('N', 'I', 'S', 'P', 'E', 'D', 'X', 'Z', 'L'));

-- As before, and sealed numbers count as numbers do.
grant create on schema clients to casebridge_matching;
set local role casebridge_matching;
create or replace function clients.someone_like(kinds text[], tokens text[]) returns table (client_id uuid, reached boolean, weight integer)
language sql security definer set search_path = pg_catalog as $$
    with hit as materialized (
        select h.client_id, h.segment, h.restricted, asked.kind, asked.token
        from unnest(kinds, tokens) as asked (kind, token) cross join access.agency a cross join lateral (
            select k.client_id, k.segment, k.restricted from clients.search_key k
            where k.agency_id = a.id and k.kind = upper(asked.kind) and k.token = asked.token limit 5000) h
    ), counted as (
        select h.client_id, h.segment, h.restricted,
               count(*) filter (where h.kind = 'N') as same_words,
               count(*) filter (where h.kind = 'S') as like_words,
               bool_or(h.kind = 'D') as same_birth, bool_or(h.kind = 'd') as swapped_birth, bool_or(h.kind in ('X', 'Z')) as same_number,
               bool_or(h.kind = 'E') as same_email, bool_or(h.kind = 'P') as same_phone
        from hit h group by h.client_id, h.segment, h.restricted
        having bool_or(h.kind in ('D', 'd', 'X', 'Z', 'E', 'P')) or count(*) filter (where h.kind in ('N', 'S')) > 1
    ), weighed as (
        select c.client_id, c.segment, c.restricted, (4 * c.same_words + 3 * greatest(0, c.like_words - c.same_words)
                             + case when c.same_birth then 7 when c.swapped_birth then 5 else 0 end + case when c.same_number then 10 else 0 end
                             + case when c.same_email then 6 else 0 end + case when c.same_phone then 5 else 0 end)::integer as weight
        from counted c
    ), heaviest as (
        select w.client_id, w.segment, w.restricted, w.weight,
               (w.client_id = any ((select access.reachable())::uuid[])
                or (select access.wide()) and exists (select from access.custody c where c.client_id = w.client_id and c.agency_id = (select access.agency())
                                                       and (not c.restricted or (select access.keeper()))))
               and (w.segment is null or w.segment = any ((select access.segments())::uuid[]) or w.client_id = any ((select access.reachable_part2())::uuid[])) as reached
        from weighed w where w.weight >= 5
        order by w.weight desc, w.client_id limit 200
    ), beyond as (
        select array_agg(h.client_id) filter (where not h.restricted) as told, array_agg(h.client_id) filter (where h.restricted) as untold
        from heaviest h where not h.reached and h.segment is null and h.weight >= 12
    ), noted as (
        insert into audit.entry (kind, what, others)
        select 'LOOK', it.what, it.who from beyond b cross join lateral (
            values ('someone like this, beyond reach', b.told), ('someone like this, restricted', b.untold)) it (what, who) where it.who is not null
    )
    select case when h.reached then h.client_id end, h.reached, h.weight from heaviest h
    where h.reached or not h.restricted and h.segment is null and h.weight >= 12
    order by h.weight desc
$$;
reset role;
revoke create on schema clients from casebridge_matching;
