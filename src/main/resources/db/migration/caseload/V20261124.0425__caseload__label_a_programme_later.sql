-- A programme may turn out to be under 42 CFR Part 2 (2.11, 2.12(b)) after it has begun: what is there is labelled then, in one transaction, some hundred clients at a time. Whom it alone knows, everything
-- about; of others the programme's cases with all that hangs on them, what its own people wrote who work nowhere else, and the story's lines that name it. While labelled rows are there it stays under Part 2.
create or replace function assessments.keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'segment' = to_jsonb(old) - 'segment' then
        return new;
    end if;
    raise exception 'A completed assessment does not change' using errcode = 'restrict_violation';
end $$;
create or replace function careplans.keep_agreed() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'segment' = to_jsonb(old) - 'segment' then
        return new;
    end if;
    if (select status from careplans.plan where id = coalesce(new.plan_id, old.plan_id)) not in ('DRAFT', 'PROPOSED') then
        raise exception 'an agreed version of a plan does not change' using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
end $$;

create function caseload.labelled_places() returns table (place text, client text, keyed boolean) language sql stable set search_path = pg_catalog as $$
    select n.nspname || '.' || c.relname, case when n.nspname || '.' || c.relname = 'clients.client' then 'id' else 'client_id' end,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped)
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where p.polname = 'segment'
    order by n.nspname || '.' || c.relname <> 'clients.client', 1
$$;

create function caseload.labelled(program uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    it  record;
    hit boolean;
begin
    for it in select * from caseload.labelled_places() loop
        execute format('select exists (select from %s where segment = $1)', it.place) into hit using program;
        if hit then
            return true;
        end if;
    end loop;
    return false;
end $$;

create or replace function caseload.keep_part2() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if old.part2 and caseload.labelled(new.id) then
        raise exception 'the programme stays under Part 2 while records of it are there' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create function caseload.label_clients(program uuid, name text, alone uuid[], known uuid[], own uuid[]) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    it      record;
    changed bigint;
    more    bigint;
begin
    for it in select * from caseload.labelled_places() loop
        execute format('update %s set segment = $1 where %I = any ($2) and segment is null', it.place, it.client) using program, alone;
    end loop;
    if cardinality(known) = 0 then
        return;
    end if;
    update caseload.case_file c set segment = program where c.program_id = program and c.client_id = any (known) and c.segment is null;
    update caseload.story s set segment = program where s.client_id = any (known) and s.segment is null
        and position(to_jsonb(name)::text in coalesce(s.what::text, '') || coalesce(s.why::text, '')) > 0;
    for it in select * from caseload.labelled_places() where place not like 'clients.%' and keyed loop
        execute format($sql$
            update %s t set segment = $1 where t.client_id = any ($2) and t.segment is null and exists (
                select from audit.entry e where e.kind = 'CHANGE' and e.record = t.id::text and e.what = %L and e.was is null and e.actor = any ($3))
        $sql$, it.place, it.place) using program, known, own;
    end loop;
    -- What hangs on a labelled row is found by the trigger that labels; what hangs on that, the next time round.
    loop
        changed := 0;
        for it in select * from caseload.labelled_places() where place not like 'clients.%' loop
            execute format('with touched as (update %1$s set client_id = client_id where client_id = any ($1) and segment is null returning segment) select count(*) from touched where segment is not null', it.place)
            into more using known;
            changed := changed + more;
        end loop;
        exit when changed = 0;
    end loop;
end $$;

create function caseload.label_programme() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    program record;
    batch   uuid[];
    alone   uuid[];
    own     uuid[];
    last    uuid;
begin
    for program in select n.id, n.name from now_so n join was_so w on w.id = n.id where n.part2 and not w.part2 loop
        own := array(select m.account_id from access.segment_member m where m.segment = program.id and m.sole);
        last := '00000000-0000-0000-0000-000000000000';
        loop
            batch := array(select distinct c.client_id from caseload.case_file c where c.program_id = program.id and c.client_id > last order by 1 limit 500);
            exit when cardinality(batch) = 0;
            last := batch[cardinality(batch)];
            insert into access.segment_client select b, program.id from unnest(batch) b on conflict do nothing;
            alone := array(select b from unnest(batch) b where not exists (select from caseload.case_file c where c.client_id = b and c.program_id <> program.id and c.segment is null));
            perform caseload.label_clients(program.id, program.name, alone, array(select b from unnest(batch) b where b <> all (alone)), own);
        end loop;
        perform caseload.settle_programs(array[program.id]);
    end loop;
    return null;
end $$;
revoke execute on function caseload.label_clients(uuid, text, uuid[], uuid[], uuid[]) from public;
-- By name after tell_members, which says whose people these are.
create trigger then_label after update on caseload.program referencing old table as was_so new table as now_so for each statement execute function caseload.label_programme();
