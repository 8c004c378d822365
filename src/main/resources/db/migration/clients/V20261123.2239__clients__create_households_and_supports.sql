-- Who lives together. A client has a row of their own (own); others who live there stand under the client with whom they were recorded.
create table clients.household_member (
    id           uuid primary key,
    household_id uuid    not null,
    client_id    uuid    not null references clients.client on delete cascade,
    own          boolean not null,
    name         text    not null check (own = (name = '')),
    born_on      date,
    role         text    not null check (role in ('HEAD', 'PARTNER', 'CHILD', 'PARENT', 'SIBLING', 'GRANDPARENT', 'GRANDCHILD', 'OTHER_RELATIVE', 'NOT_RELATED')),
    joined_on    date    not null,
    left_on      date check (left_on >= joined_on)
);
create index on clients.household_member (client_id);
create unique index one_household on clients.household_member (client_id) where own and left_on is null;
create unique index one_head on clients.household_member (household_id) where role = 'HEAD' and left_on is null;
create index on clients.household_member (household_id) where left_on is null;
call access.guard('clients.household_member');
call audit.watch('clients.household_member');

-- How many live there, those one cannot reach too: their number, and nothing else of them.
create policy counting on clients.household_member for select to casebridge_matching using (true);
grant select on clients.household_member to casebridge_matching;
create function clients.household_size(household uuid) returns integer language sql stable security definer set search_path = pg_catalog as $$
    select count(*)::integer from clients.household_member m where m.household_id = household and m.left_on is null
$$;
revoke execute on function clients.household_size(uuid) from public;
grant execute on function clients.household_size(uuid) to casebridge_app, casebridge_wide;
grant create on schema clients to casebridge_matching;
alter function clients.household_size(uuid) owner to casebridge_matching;
revoke create on schema clients from casebridge_matching;

-- A related person who supports a client: in which roles, what we may share with them and ask of them, how to reach them safely.
create table clients.support (
    id            uuid primary key,
    client_id     uuid    not null references clients.client on delete cascade,
    name          text    not null check (name <> ''),
    relation      text    not null check (relation in ('PARTNER', 'PARENT', 'CHILD', 'SIBLING', 'OTHER_RELATIVE', 'FRIEND', 'NEIGHBOR', 'FAITH_LEADER', 'PROFESSIONAL', 'OTHER')),
    roles         text[]  not null check (roles <@ array['EMERGENCY', 'CAREGIVER', 'GUARDIAN', 'HEALTH_AGENT', 'POWER_OF_ATTORNEY', 'PAYEE', 'ADVOCATE']),
    permissions   text[]  not null check (permissions <@ array['KNOW', 'TALK', 'COPIES', 'DECIDE']),
    phone         text    not null,
    email         text    not null,
    language      text    not null,
    leave_message text check (leave_message in ('YES', 'NO')),
    say_who       text check (say_who in ('YES', 'NO')),
    words         text    not null,
    ended_on      date,
    version       integer not null
);
create index on clients.support (client_id);
call access.guard('clients.support');
call audit.watch('clients.support');
