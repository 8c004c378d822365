-- Whoever reaches a restricted record counts it, nobody else: asked of reach itself, so that it ends when that ends.
create or replace function caseload.loads(agency uuid) returns table (worker uuid, in_all boolean, program text, people integer)
language sql stable security definer set search_path = pg_catalog as $$
    select c.worker, grouping(g.name) = 1, coalesce(g.name, ''), count(distinct c.client_id)::integer
    from caseload.case_file c
    join caseload.program g on g.id = c.program_id
    join access.custody k on k.client_id = c.client_id
    where c.status = 'OPEN' and g.agency_id = agency and agency = access.agency()
      and (c.segment is null or c.segment = any ((select access.segments())::uuid[]))
      and (not k.restricted or (select access.keeper()) or c.client_id = any ((select access.reachable())::uuid[]))
    group by grouping sets ((c.worker, g.name), (c.worker))
    order by 1, 2, 4 desc, 3
$$;
create or replace function clients.household_size(household uuid) returns integer language sql stable security definer set search_path = pg_catalog as $$
    select count(*)::integer from clients.household_member m left join access.custody k on k.client_id = m.client_id
    where m.household_id = household and m.left_on is null
      and (m.segment is null or m.segment = any ((select access.segments())::uuid[]))
      and (not coalesce(k.restricted, false) or (select access.keeper()) or m.client_id = any ((select access.reachable())::uuid[]))
$$;

-- Of a restricted or Part 2 record that the asker cannot reach nothing is told, not even that somebody like it is known: the new record is added beside it. That a restricted one was nearly met is noted,
-- for the privacy officer to bring the two together.
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
               bool_or(h.kind = 'D') as same_birth, bool_or(h.kind = 'd') as swapped_birth, bool_or(h.kind = 'X') as same_number,
               bool_or(h.kind = 'E') as same_email, bool_or(h.kind = 'P') as same_phone
        from hit h group by h.client_id, h.segment, h.restricted
        having bool_or(h.kind in ('D', 'd', 'X', 'E', 'P')) or count(*) filter (where h.kind in ('N', 'S')) > 1
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
