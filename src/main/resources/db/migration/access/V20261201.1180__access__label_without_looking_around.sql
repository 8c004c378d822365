-- Where no row about a client is labelled yet, what hangs on it has no label either, so a row written about most clients need not be compared with what it points to. Asked first, that is one look into a
-- small index; before, each written row was read as JSON and each thing it points to was looked up by a statement made on the spot. A programme labels by itself, and a client's first row by who adds it:
-- those are settled as before.
create or replace function access.label() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    said   jsonb;
    client uuid;
    actor  uuid;
    mark   uuid;
    hit    text;
    settled boolean := false;
    i      integer := 1;
begin
    if new.segment is null and not exists (select from access.segment_member) then
        return new;
    end if;
    if tg_op = 'UPDATE' then
        if pg_trigger_depth() > 1 and new.segment is distinct from old.segment then
            return new;
        end if;
        new.segment := old.segment;
    end if;
    if tg_argv[0] = 'client_id' then
        client := new.client_id;
    else
        said := to_jsonb(new);
        client := (said ->> tg_argv[0])::uuid;
    end if;
    if client is null then
        return new;
    end if;
    if new.segment is null and tg_argv[0] = 'client_id' and not 'program_id' = any (tg_argv) and not exists (select from access.segment_client c where c.client_id = client) then
        return new;
    end if;
    said := coalesce(said, to_jsonb(new));
    while new.segment is null and not settled and i < tg_nargs loop
        if said ->> tg_argv[i] is not null then
            execute format('select segment from %s where id = $1', tg_argv[i + 1]) into mark using (said ->> tg_argv[i])::uuid;
            new.segment := mark;
            settled := tg_argv[i] = 'program_id';
        end if;
        i := i + 2;
    end loop;
    if new.segment is null and tg_op = 'INSERT' and not settled then
        actor := access.acting();
        if tg_table_schema = 'clients' then
            if tg_table_name = 'client' then
                select m.segment into mark from access.segment_member m where m.account_id = actor and m.sole order by m.segment limit 1;
                new.segment := mark;
            end if;
        else
            hit := current_setting('casebridge.segment', true);
            if hit like client || ' %' then
                new.segment := split_part(hit, ' ', 2)::uuid;
            else
                select m.segment into mark from access.segment_member m join access.segment_client c on c.segment = m.segment
                where m.account_id = actor and c.client_id = client and actor <> '00000000-0000-7000-8000-000000000002' order by m.segment limit 1;
                new.segment := mark;
            end if;
        end if;
    end if;
    if new.segment is not null then
        perform set_config('casebridge.segment', client || ' ' || new.segment, true);
        insert into access.segment_client values (client, new.segment) on conflict do nothing;
    end if;
    return new;
end $$;
