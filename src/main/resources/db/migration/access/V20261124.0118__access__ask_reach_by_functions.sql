-- The policies ask functions for whom one reaches, once a query, instead of holding the question themselves: a query on four guarded tables was planned with a dozen questions inside it, and
-- its planning took longer than its reading. What they let through is as before.
create function access.reachable() returns uuid[] language plpgsql stable parallel safe as $$
begin
    return array(select r.client_id from access.reach r
                 where r.account_id = access.actor() and not r.suspended
                   and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()));
end $$;

-- Those whose Part 2 rows one may see because one's reach names them (consent, an emergency).
create function access.reachable_part2() returns uuid[] language plpgsql stable parallel safe as $$
begin
    return array(select r.client_id from access.reach r
                 where r.account_id = access.actor() and r.part2 and not r.suspended
                   and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()));
end $$;

-- The Part 2 programmes whose own people one belongs to.
create function access.segments() returns uuid[] language plpgsql stable parallel safe as $$
begin
    return array(select m.segment from access.segment_member m where m.account_id = access.actor());
end $$;

create or replace function access.agency() returns uuid language plpgsql stable parallel safe as $$
begin
    return (select a.agency_id from access.account a where a.id = access.actor());
end $$;

create procedure access.set_policies(place regclass, client text) language plpgsql as $$
begin
    execute format('drop policy if exists reach on %1$s; drop policy if exists custody on %1$s; drop policy if exists segment on %1$s', place);
    execute format('create policy reach on %s to casebridge_app using (%I = any ((select access.reachable())::uuid[]))', place, client);
    execute format($policy$
        create policy custody on %1$s to casebridge_wide using (
            exists (select from access.custody c where c.client_id = %1$s.%2$I and c.agency_id = (select access.agency())
                    and (not c.restricted or (select access.keeper())))
            or %2$I = any ((select access.reachable())::uuid[]))
    $policy$, place, client);
    execute format($policy$
        create policy segment on %1$s as restrictive to casebridge_app, casebridge_wide using (
            segment is null or segment = any ((select access.segments())::uuid[]) or %2$I = any ((select access.reachable_part2())::uuid[]))
    $policy$, place, client);
end $$;

create or replace procedure access.guard(place regclass, client text default 'client_id') language plpgsql as $$
declare
    hangs text;
begin
    perform set_config('client_min_messages', 'warning', true);
    execute format('alter table %s enable row level security', place);
    execute format('alter table %s add column if not exists segment uuid', place);
    call access.set_policies(place, client);
    -- What it hangs on: every foreign key to a table that is labelled itself.
    select string_agg(format('%L, %L', a.attname, k.confrelid::regclass), ', ' order by a.attname <> 'program_id', k.conname) into hangs
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1] and b.attname = 'id'
    where k.conrelid = place and k.contype = 'f'
      and exists (select from pg_attribute s where s.attrelid = k.confrelid and s.attname = 'segment' and not s.attisdropped);
    execute format('drop trigger if exists label on %s', place);
    execute format('create trigger label before insert or update on %s for each row execute function access.label(%L%s)',
                   place, client, coalesce(', ' || hangs, ''));
end $$;

do $$
declare
    it record;
begin
    perform set_config('client_min_messages', 'warning', true);
    for it in select c.oid::regclass as place, c.relname, n.nspname,
                     case when n.nspname || '.' || c.relname = 'clients.client' then 'id' else 'client_id' end as client
              from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
              where p.polname = 'segment' and n.nspname || '.' || c.relname <> 'clients.search_key' loop
        call access.set_policies(it.place, it.client);
    end loop;
end $$;
