-- Who reaches whose clients besides who carries the case. A programme may share its people among all who work in it; an agency may let those under one supervisor reach each other's people; a supervisor
-- reaches those of whom they supervise; whoever stands in for somebody reaches that one's people for so long. Each is worked out from what stands elsewhere and kept in access.reach, given by the house
-- itself, so that the policies ask one table as before. Only open cases count. Wide roles reach everybody by custody and need no rows. Part 2 cases are for the programme's own people (42 CFR 2.12(c)(3)).
alter table access.agency add column team_shared boolean not null default false;
alter table caseload.program add column closed_on date;

create table caseload.coverage (
    id       uuid primary key,
    absent   uuid        not null references access.account,
    stand_in uuid        not null references access.account check (stand_in <> absent),
    from_on  date        not null,
    until_on date        not null check (until_on >= from_on and until_on <= from_on + 366),
    named_by uuid        not null references access.account,
    named_at timestamptz not null,
    ended_at timestamptz,
    begun    boolean     not null default false
);
create index on caseload.coverage (absent, until_on);
create index on caseload.coverage (from_on) where not begun and ended_at is null;
alter table caseload.coverage enable row level security;
create policy agency on caseload.coverage to casebridge_app, casebridge_wide using ((select access.machine()) or absent = any ((select access.colleagues())::uuid[]));
revoke delete on caseload.coverage from casebridge_app, casebridge_wide;
call audit.watch('caseload.coverage');

-- Nobody stands in who is away themselves, so that no circle closes; one at a time, so that two do not close one together.
create function caseload.keep_coverage() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('caseload.coverage', 0));
    if exists (select from caseload.coverage v where v.ended_at is null and v.absent = new.stand_in and v.from_on <= new.until_on and v.until_on >= new.from_on)
        or exists (select from caseload.coverage v where v.ended_at is null and v.stand_in = new.absent and v.from_on <= new.until_on and v.until_on >= new.from_on) then
        raise exception 'who is away stands in for nobody' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_coverage before insert on caseload.coverage for each row execute function caseload.keep_coverage();

create function caseload.owed(clients uuid[]) returns table (account_id uuid, client_id uuid, because text, ends_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
    with carried as (
        select c.client_id, c.worker, c.program_id, c.segment, p.shared, g.team_shared, g.zone, w.supervisor
        from caseload.case_file c
        join caseload.program p on p.id = c.program_id
        join access.agency g on g.id = p.agency_id
        left join workforce.worker w on w.id = c.worker
        where c.status = 'OPEN' and c.client_id = any (clients)
    ), owed as (
        select m.worker as account_id, o.client_id, 'programme' as because, null::timestamptz as ends_at, o.segment
        from carried o join caseload.program_worker m on m.program_id = o.program_id
        where o.shared and m.worker <> o.worker
        union all
        select o.supervisor, o.client_id, 'supervision', null, o.segment from carried o where o.supervisor is not null
        union all
        select w.id, o.client_id, 'team', null, o.segment from carried o join workforce.worker w on w.supervisor = o.supervisor and w.id <> o.worker
        where o.team_shared
        union all
        select v.stand_in, o.client_id, 'coverage', (v.until_on + 1)::timestamp at time zone o.zone, o.segment
        from carried o join caseload.coverage v on v.absent = o.worker
        where v.ended_at is null and v.from_on <= (now() at time zone o.zone)::date and v.until_on >= (now() at time zone o.zone)::date
    )
    select o.account_id, o.client_id, o.because, max(o.ends_at)
    from owed o join access.account a on a.id = o.account_id
    where a.disabled_at is null and a.role = 'CASE_MANAGER'
      and (o.segment is null or exists (select from access.segment_member m where m.account_id = o.account_id and m.segment = o.segment))
    group by 1, 2, 3
$$;

-- What of it stands in access.reach, given by the house itself, is made to agree for these clients.
create function caseload.settle(clients uuid[]) returns void language sql security definer set search_path = pg_catalog as $$
    with owed as materialized (
        select * from caseload.owed(clients)
    ), gone as (
        delete from access.reach r
        where r.client_id = any (clients) and r.because in ('team', 'supervision', 'programme', 'coverage') and r.given_by = '00000000-0000-7000-8000-000000000002'
          and not exists (select from owed o where o.account_id = r.account_id and o.client_id = r.client_id and o.because = r.because)
    )
    insert into access.reach (account_id, client_id, because, ends_at, given_by)
    select o.account_id, o.client_id, o.because, o.ends_at, '00000000-0000-7000-8000-000000000002' from owed o
    on conflict (account_id, client_id, because) do update set ends_at = excluded.ends_at, given_by = excluded.given_by
    where access.reach.ends_at is distinct from excluded.ends_at
$$;

create function caseload.settle_workers(workers uuid[]) returns void language sql security definer set search_path = pg_catalog as $$
    select caseload.settle(array(select distinct c.client_id from caseload.case_file c where c.status = 'OPEN' and c.worker = any (workers)))
$$;
create function caseload.settle_programs(programs uuid[]) returns void language sql security definer set search_path = pg_catalog as $$
    select caseload.settle(array(select distinct c.client_id from caseload.case_file c where c.status = 'OPEN' and c.program_id = any (programs)))
$$;
revoke execute on function caseload.owed(uuid[]), caseload.settle(uuid[]), caseload.settle_workers(uuid[]), caseload.settle_programs(uuid[]) from public;

create function caseload.tell_reach() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    case tg_table_name
        when 'case_file' then perform caseload.settle(array[new.client_id]);
        when 'program' then perform caseload.settle_programs(array[new.id]);
        when 'coverage' then perform caseload.settle_workers(array[new.absent]);
        when 'agency' then perform caseload.settle_programs(array(select p.id from caseload.program p where p.agency_id = new.id));
        when 'account' then perform caseload.settle_programs(array(select p.id from caseload.program p where p.agency_id = new.agency_id));
        when 'worker' then perform caseload.settle_workers(array(
            select w.id from workforce.worker w where w.id = new.id or w.supervisor = new.supervisor or tg_op = 'UPDATE' and w.supervisor = old.supervisor));
    end case;
    return null;
end $$;
-- By name after tell_members, which says who belongs to a Part 2 programme.
create trigger tell_reach after insert on caseload.case_file for each row execute function caseload.tell_reach();
create trigger tell_reach_again after update of worker, status on caseload.case_file for each row
    when (new.worker <> old.worker or new.status <> old.status) execute function caseload.tell_reach();
create trigger tell_reach after update of shared, closed_on on caseload.program for each row execute function caseload.tell_reach();
create trigger tell_reach after insert or update on caseload.coverage for each row execute function caseload.tell_reach();
create trigger tell_reach after update of team_shared on access.agency for each row when (new.team_shared <> old.team_shared) execute function caseload.tell_reach();
create trigger tell_reach after update of role, disabled_at on access.account for each row
    when (new.role <> old.role or (new.disabled_at is null) <> (old.disabled_at is null)) execute function caseload.tell_reach();
create trigger tell_reach after insert on workforce.worker for each row execute function caseload.tell_reach();
create trigger tell_reach_again after update of supervisor on workforce.worker for each row
    when (new.supervisor is distinct from old.supervisor) execute function caseload.tell_reach();

create function caseload.tell_reach_of_places() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform caseload.settle_programs(array(select distinct m.program_id from moved m join caseload.program p on p.id = m.program_id where p.shared or p.part2));
    return null;
end $$;
create trigger tell_reach_came after insert on caseload.program_worker referencing new table as moved for each statement execute function caseload.tell_reach_of_places();
create trigger tell_reach_went after delete on caseload.program_worker referencing old table as moved for each statement execute function caseload.tell_reach_of_places();

-- A coverage that was named for later begins on its day; its end stands in the reach itself. Asked by the house each minute.
create function caseload.begin_coverage() returns integer language sql security definer set search_path = pg_catalog as $$
    with begun as (
        update caseload.coverage v set begun = true
        where not v.begun and v.ended_at is null and v.from_on <= (now() at time zone (
            select g.zone from access.account a join access.agency g on g.id = a.agency_id where a.id = v.absent))::date
        returning 1
    )
    select count(*)::integer from begun
$$;

-- How many open cases a programme of the acting person's agency has, theirs to see or not: a number, for who closes it.
create function caseload.open_cases(program uuid) returns integer language sql stable security definer set search_path = pg_catalog as $$
    select count(*)::integer from caseload.case_file c join caseload.program p on p.id = c.program_id
    where p.id = program and p.agency_id = access.agency() and c.status = 'OPEN'
$$;

do $$
begin
    perform caseload.settle(array(select distinct c.client_id from caseload.case_file c where c.status = 'OPEN'));
end $$;
