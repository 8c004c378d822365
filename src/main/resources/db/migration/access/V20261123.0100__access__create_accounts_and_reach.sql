-- Two roles of the application, neither owner nor superuser: casebridge_app sees clients one by one, by access.reach;
-- casebridge_wide, into which a transaction steps for an intake worker or a supervisor, sees those in its agency's custody.
do $$ begin
    if not exists (select from pg_roles where rolname = 'casebridge_wide') then
        create role casebridge_wide nologin;
    end if;
    if current_setting('server_version_num')::int >= 160000 then
        execute 'grant casebridge_wide to casebridge_app with inherit false'; -- text, as PostgreSQL 15 cannot even read it
    else
        alter role casebridge_app noinherit;
        grant casebridge_wide to casebridge_app;
    end if;
end $$;

alter default privileges grant usage on schemas to casebridge_app, casebridge_wide;
alter default privileges grant select, insert, update, delete on tables to casebridge_app, casebridge_wide;
alter default privileges grant usage on sequences to casebridge_app, casebridge_wide;

create schema access;

create table access.agency (
    id   uuid primary key,
    name text not null,
    zone text not null
);

create table access.account (
    id            uuid primary key,
    agency_id     uuid not null references access.agency,
    username      text not null unique check (username = lower(username) and username <> ''),
    name          text not null check (name <> ''),
    role          text not null check (role in ('CASE_MANAGER', 'INTAKE', 'SUPERVISOR', 'PRIVACY_OFFICER', 'ADMINISTRATOR', 'PARTNER', 'MACHINE')),
    language      text not null default 'en' check (language in ('en', 'es')),
    password_hash text,
    disabled_at   timestamptz
);

insert into access.agency values ('00000000-0000-7000-8000-000000000001', 'Our agency', 'America/New_York');
insert into access.account (id, agency_id, username, name, role)
values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'casebridge', 'Casebridge', 'MACHINE');

-- The key is the SHA-256 of the secret in the cookie.
create table access.session (
    key        bytea primary key,
    account_id uuid        not null references access.account,
    began_at   timestamptz not null default now(),
    seen_at    timestamptz not null default now()
);

-- Which clients a person can reach, and because of what. Every other module's rows are seen through this table.
create table access.reach (
    account_id uuid not null references access.account,
    client_id  uuid not null,
    because    text not null check (because in ('added', 'assigned', 'referral', 'coverage')),
    until      date,
    primary key (account_id, client_id, because)
);
create index on access.reach (client_id);

-- Which agency keeps a client's record.
create table access.custody (
    client_id uuid primary key,
    agency_id uuid not null references access.agency
);

-- Fails loudly when nobody is acting: a read outside a transaction is a bug, not an empty page.
create function access.actor() returns uuid language plpgsql stable parallel safe as $$
declare
    actor text := current_setting('casebridge.actor', true);
begin
    if coalesce(actor, '') = '' then
        raise exception 'Nobody is acting: read and write inside a transaction';
    end if;
    return actor::uuid;
end $$;

create function access.agency() returns uuid language sql stable parallel safe as $$
    select agency_id from access.account where id = access.actor()
$$;

-- The policies of every table that holds something about a client. The array form lets PostgreSQL use the index on the
-- client's column; "in (select ...)" would scan the whole table. A query still names its own client or worker:
-- the policy is the wall, not the plan.
create procedure access.guard(place regclass, client text default 'client_id') language plpgsql as $$
begin
    execute format('alter table %s enable row level security', place);
    execute format($policy$
        create policy reach on %s to casebridge_app using (%I = any (array(
            select r.client_id from access.reach r
            where r.account_id = (select access.actor()) and (r.until is null or r.until >= current_date))))
    $policy$, place, client);
    execute format($policy$
        create policy custody on %1$s to casebridge_wide using (exists (
            select from access.custody c where c.client_id = %1$s.%2$I and c.agency_id = (select access.agency())))
    $policy$, place, client);
end $$;
