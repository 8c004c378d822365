-- A programme that holds itself out as providing substance use disorder treatment and is federally assisted (42 CFR 2.11, 2.12(b)): its record is a segment.
-- shared: whoever works in it reaches all of its people.
alter table caseload.program
    add column part2   boolean not null default false,
    add column segment uuid generated always as (case when part2 then id end) stored,
    add column shared  boolean not null default false;

-- Every table that is guarded already, in the order that lets each find what it hangs on labelled before it.
do $$
declare
    it record;
begin
    for it in select distinct c.oid::regclass as place from pg_policy p join pg_class c on c.oid = p.polrelid
              where p.polname = 'reach' and c.oid <> 'clients.search_key'::regclass loop
        execute format('alter table %s add column if not exists segment uuid', it.place);
    end loop;
    for it in select distinct c.oid::regclass as place, case when c.oid = 'clients.client'::regclass then 'id' else 'client_id' end as client
              from pg_policy p join pg_class c on c.oid = p.polrelid
              where p.polname = 'reach' and c.oid <> 'clients.search_key'::regclass loop
        call access.guard(it.place, it.client);
    end loop;
end $$;

-- Whoever works in the programme or carries an open case of it belongs to its segment; the house's own account to every one.
create function caseload.members() returns table (account_id uuid, segment uuid, sole boolean) language sql stable security definer set search_path = pg_catalog as $$
    select m.account_id, m.program_id, not exists (
        select from caseload.program_worker w join caseload.program p on p.id = w.program_id where w.worker = m.account_id and not p.part2)
    from (select w.worker as account_id, w.program_id from caseload.program_worker w
          union select c.worker, c.program_id from caseload.case_file c where c.status = 'OPEN' and c.segment is not null) m
    join caseload.program p on p.id = m.program_id and p.part2
    union select '00000000-0000-7000-8000-000000000002', p.id, false from caseload.program p where p.part2
$$;
revoke execute on function caseload.members() from public;

create function caseload.tell_members() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from access.segment_member m where not exists (select from caseload.members() t where t.account_id = m.account_id and t.segment = m.segment);
    insert into access.segment_member select account_id, segment, sole from caseload.members()
    on conflict (account_id, segment) do update set sole = excluded.sole where access.segment_member.sole <> excluded.sole;
    return null;
end $$;

-- Rows are labelled when they are written: a programme says what it is before its first case.
create function caseload.keep_part2() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select from caseload.case_file c where c.program_id = new.id) then
        raise exception 'whether a programme is under Part 2 is said before its first case' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_part2 before update of part2 on caseload.program for each row when (old.part2 <> new.part2) execute function caseload.keep_part2();

create trigger tell_members after insert or update of part2 on caseload.program for each statement execute function caseload.tell_members();
create trigger tell_members after insert or update or delete on caseload.program_worker for each statement execute function caseload.tell_members();
create trigger tell_members after insert or update of worker, status on caseload.case_file for each row when (new.segment is not null) execute function caseload.tell_members();

-- What one is found by follows the client's own label; a restriction shuts it, too. The form of these policies keeps the index in use.
alter table clients.search_key add column segment uuid, add column restricted boolean not null default false;
create trigger label before insert or update on clients.search_key for each row execute function access.label('client_id', 'client_id', 'clients.client');
drop policy reach on clients.search_key;
drop policy custody on clients.search_key;
create policy reach on clients.search_key to casebridge_app using (client_id = any (array(
    select r.client_id from access.reach r
    where r.account_id = (select access.actor()) and not r.suspended
      and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()))));
create policy custody on clients.search_key to casebridge_wide using (
    agency_id = (select access.agency()) and (not restricted or (select access.keeper()))
    or client_id = any (array(
        select r.client_id from access.reach r
        where r.account_id = (select access.actor()) and not r.suspended
          and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()))));
create policy segment on clients.search_key as restrictive to casebridge_app, casebridge_wide using (
    segment is null
    or segment = any (array(select m.segment from access.segment_member m where m.account_id = (select access.actor())))
    or client_id = any (array(
        select r.client_id from access.reach r
        where r.account_id = (select access.actor()) and r.part2 and not r.suspended
          and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()))));

create or replace function clients.follow_custody() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    update clients.search_key set agency_id = new.agency_id, restricted = new.restricted where client_id = new.client_id;
    return null;
end $$;
drop trigger follow_custody on access.custody;
create trigger follow_custody after update of agency_id, restricted on access.custody for each row execute function clients.follow_custody();

create function clients.follow_label() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    update access.custody set segment = new.segment where client_id = new.id and segment is distinct from new.segment;
    return null;
end $$;
create trigger follow_label after insert or update of segment on clients.client for each row execute function clients.follow_label();

-- A second programme that is under no such rule knows the person by itself: who they are is then no longer Part 2's alone. Everything else keeps its label.
create function caseload.know_the_person() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    update clients.client set segment = null where id = new.client_id and segment is not null;
    if found then
        update clients.person_name set segment = null where client_id = new.client_id;
        update clients.contact_point set segment = null where client_id = new.client_id;
        update clients.address set segment = null where client_id = new.client_id;
        update clients.identifier set segment = null where client_id = new.client_id;
        update clients.household_member set segment = null where client_id = new.client_id;
        update clients.support set segment = null where client_id = new.client_id;
        update clients.search_key set segment = null where client_id = new.client_id;
    end if;
    return null;
end $$;
create trigger know_the_person after insert on caseload.case_file for each row when (new.segment is null) execute function caseload.know_the_person();

-- Counts leave out what the asker may not know of.
create or replace function caseload.loads(agency uuid) returns table (worker uuid, in_all boolean, program text, people integer)
language sql stable security definer set search_path = pg_catalog as $$
    select c.worker, grouping(g.name) = 1, coalesce(g.name, ''), count(distinct c.client_id)::integer
    from caseload.case_file c
    join caseload.program g on g.id = c.program_id
    join access.custody k on k.client_id = c.client_id
    where c.status = 'OPEN' and g.agency_id = agency and agency = access.agency()
      and (c.segment is null or c.segment = any (array(select m.segment from access.segment_member m where m.account_id = access.actor())))
      and (not k.restricted or (select access.keeper()) or exists (
          select from access.named n where n.client_id = c.client_id and n.account_id = access.actor()))
    group by grouping sets ((c.worker, g.name), (c.worker))
    order by 1, 2, 4 desc, 3
$$;

-- A household's size leaves them out, too; and of a restricted record not even its likeness is told.
grant select on access.segment_member, access.named to casebridge_matching;
create or replace function clients.household_size(household uuid) returns integer language sql stable security definer set search_path = pg_catalog as $$
    select count(*)::integer from clients.household_member m left join access.custody k on k.client_id = m.client_id
    where m.household_id = household and m.left_on is null
      and (m.segment is null or m.segment = any (array(select s.segment from access.segment_member s where s.account_id = access.actor())))
      and (not coalesce(k.restricted, false) or (select access.keeper()) or exists (
          select from access.named n where n.client_id = m.client_id and n.account_id = access.actor()))
$$;

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
        select w.client_id, w.restricted, w.weight, coalesce(mine.found, false) and (w.segment is null or mine.part2 or exists (
                   select from access.segment_member m where m.account_id = access.actor() and m.segment = w.segment)) as reached
        from weighed w left join lateral (
            select true as found, coalesce(bool_or(r.part2), false) as part2
            from access.custody c
            left join access.reach r on r.client_id = c.client_id and r.account_id = access.actor() and not r.suspended
                and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now())
            where c.client_id = w.client_id
            having bool_or(r.account_id is not null or current_setting('role') = 'casebridge_wide' and c.agency_id = access.agency()
                           and (not c.restricted or access.keeper()))) mine on true
        where w.weight >= 5
        order by w.weight desc, w.client_id limit 200
    ), beyond as (
        select array_agg(h.client_id) as clients from heaviest h where not h.reached and not h.restricted and h.weight >= 12
    ), noted as (
        insert into audit.view (actor, clients, page) select access.actor(), b.clients, 'someone like this, beyond reach' from beyond b where b.clients is not null
    )
    select case when h.reached then h.client_id end, h.reached, h.weight from heaviest h where h.reached or not h.restricted and h.weight >= 12
    order by h.weight desc
$$;
grant select (role) on access.account to casebridge_matching;
