-- Why somebody reaches a client, until when, whether the Part 2 rows too, and whether a restriction of the record holds it back for now.
alter table access.reach drop constraint reach_because_check;
alter table access.reach
    add constraint reach_because_check check (because in
        ('added', 'assigned', 'team', 'supervision', 'agency', 'programme', 'referral', 'consent', 'portal', 'coverage', 'break_glass')),
    add column part2     boolean     not null default false,
    add column ends_at   timestamptz,
    add column suspended boolean     not null default false,
    add column given_at  timestamptz not null default now(),
    add column given_by  uuid references access.account;

-- A restricted record is reached by those named for it and the privacy officer, however wide a role may be otherwise.
alter table access.custody
    add column restricted boolean not null default false,
    add column segment    uuid;
create table access.named (
    client_id  uuid not null,
    account_id uuid not null references access.account,
    primary key (client_id, account_id)
);

-- A segment is the record of one Part 2 programme (42 CFR 2.11), named by the programme's key. Its members are the programme's own people (42 CFR 2.12(c)(3));
-- sole: who works nowhere else, so that whomever they add is that programme's patient. Kept by the module that knows the programmes.
create table access.segment_member (
    account_id uuid    not null references access.account,
    segment    uuid    not null,
    sole       boolean not null,
    primary key (account_id, segment)
);
create table access.segment_client (
    client_id uuid not null,
    segment   uuid not null,
    primary key (client_id, segment)
);
revoke insert, update, delete on access.segment_member, access.segment_client from casebridge_app, casebridge_wide;

-- The privacy officer keeps the restrictions themselves; the house's own jobs work on every record.
create function access.keeper() returns boolean language sql stable parallel safe as $$
    select role in ('PRIVACY_OFFICER', 'MACHINE') from access.account where id = access.actor()
$$;

-- A restriction holds back whatever reach others get, whichever way they get it; a client's own access and an emergency are not held back.
create function access.hold_back() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    new.suspended := new.because not in ('portal', 'break_glass')
        and exists (select from access.custody c where c.client_id = new.client_id and c.restricted)
        and not exists (select from access.named n where n.client_id = new.client_id and n.account_id = new.account_id);
    new.given_by := coalesce(new.given_by, nullif(current_setting('casebridge.actor', true), '')::uuid);
    return new;
end $$;
create trigger hold_back before insert or update on access.reach for each row execute function access.hold_back();

create function access.restrict() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    update access.reach set suspended = suspended where client_id = coalesce(new.client_id, old.client_id);
    return null;
end $$;
create trigger restrict after update of restricted on access.custody for each row when (new.restricted <> old.restricted) execute function access.restrict();
create trigger restrict after insert or delete on access.named for each row execute function access.restrict();

-- Whether the acting person reaches the client: asked at the door, beside the policies and not through them.
create function access.reaches(client uuid) returns boolean language sql stable as $$
    select exists (select from access.reach r
                   where r.account_id = access.actor() and r.client_id = client and not r.suspended
                     and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now())
                     and (r.part2 or not exists (select from access.custody c where c.client_id = client and c.segment is not null and not exists (
                         select from access.segment_member m where m.account_id = access.actor() and m.segment = c.segment))))
        or current_setting('role') = 'casebridge_wide' and exists (
               select from access.custody c
               where c.client_id = client and c.agency_id = access.agency() and (not c.restricted or access.keeper())
                 and (c.segment is null or exists (select from access.segment_member m where m.account_id = access.actor() and m.segment = c.segment)))
$$;

-- Labels a row, when it is written, with the segment it belongs to: that of what it hangs on (the arguments: the client's column, then pairs of a column and
-- the table it points to, a programme first: it settles the matter), else that of what the same transaction wrote about the same client, else that of the programme whose member acts for its patient.
-- What the registry knows (names, addresses) is the patient's own data: it is labelled only while no other programme knows the person.
create function access.label() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
    said := to_jsonb(new);
    client := (said ->> tg_argv[0])::uuid;
    if client is null then
        return new;
    end if;
    while new.segment is null and not settled and i < tg_nargs loop
        if said ->> tg_argv[i] is not null then
            execute format('select segment from %s where id = $1', tg_argv[i + 1]) into mark using (said ->> tg_argv[i])::uuid;
            new.segment := mark;
            settled := tg_argv[i] = 'program_id';
        end if;
        i := i + 2;
    end loop;
    if new.segment is null and tg_op = 'INSERT' and not settled then
        actor := nullif(current_setting('casebridge.actor', true), '')::uuid;
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

-- As before, and: a suspended reach is none, a restricted record is outside every custody but its keeper's, and rows of a segment are seen only by its members
-- and by those whose reach names Part 2. The arrays are read once a query, and only when a labelled row comes by.
create or replace procedure access.guard(place regclass, client text default 'client_id') language plpgsql as $$
declare
    hangs text;
begin
    perform set_config('client_min_messages', 'warning', true);
    execute format('alter table %s enable row level security', place);
    execute format('alter table %s add column if not exists segment uuid', place);
    execute format('drop policy if exists reach on %1$s; drop policy if exists custody on %1$s; drop policy if exists segment on %1$s; drop trigger if exists label on %1$s', place);
    execute format($policy$
        create policy reach on %s to casebridge_app using (%I = any (array(
            select r.client_id from access.reach r
            where r.account_id = (select access.actor()) and not r.suspended
              and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()))))
    $policy$, place, client);
    execute format($policy$
        create policy custody on %1$s to casebridge_wide using (
            exists (select from access.custody c where c.client_id = %1$s.%2$I and c.agency_id = (select access.agency())
                    and (not c.restricted or (select access.keeper())))
            or %2$I = any (array(
                select r.client_id from access.reach r
                where r.account_id = (select access.actor()) and not r.suspended
                  and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()))))
    $policy$, place, client);
    execute format($policy$
        create policy segment on %1$s as restrictive to casebridge_app, casebridge_wide using (
            segment is null
            or segment = any (array(select m.segment from access.segment_member m where m.account_id = (select access.actor())))
            or %2$I = any (array(
                select r.client_id from access.reach r
                where r.account_id = (select access.actor()) and r.part2 and not r.suspended
                  and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()))))
    $policy$, place, client);
    -- What it hangs on: every foreign key to a table that is labelled itself.
    select string_agg(format('%L, %L', a.attname, k.confrelid::regclass), ', ' order by a.attname <> 'program_id', k.conname) into hangs
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1] and b.attname = 'id'
    where k.conrelid = place and k.contype = 'f'
      and exists (select from pg_attribute s where s.attrelid = k.confrelid and s.attname = 'segment' and not s.attisdropped);
    execute format('create trigger label before insert or update on %s for each row execute function access.label(%L%s)',
                   place, client, coalesce(', ' || hangs, ''));
end $$;
