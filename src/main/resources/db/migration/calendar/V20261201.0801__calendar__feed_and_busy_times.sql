create schema calendar;

-- The address at which a calendar program asks for somebody's days: only the SHA-256 of its secret is kept. What it tells is 'BUSY' (that a time is taken) or 'KIND' (by what); never a name.
create table calendar.feed (
    id         uuid primary key,
    account_id uuid        not null references access.account,
    key        bytea       not null unique check (length(key) = 32),
    tells      text        not null check (tells in ('BUSY', 'KIND')),
    made_at    timestamptz not null,
    ended_at   timestamptz
);
create unique index on calendar.feed (account_id) where ended_at is null;
alter table calendar.feed enable row level security;
create policy own on calendar.feed using (account_id = (select access.actor()));
call audit.watch('calendar.feed');

-- Whose days an address tells, and how much of them; nobody's when it ended or their account is closed.
create function calendar.feed_of(secret bytea) returns table (account_id uuid, tells text)
language sql stable security definer set search_path = pg_catalog as $$
    select f.account_id, f.tells from calendar.feed f join access.account a on a.id = f.account_id
    where f.key = secret and f.ended_at is null and a.disabled_at is null
$$;
revoke execute on function calendar.feed_of(bytea) from public;
grant execute on function calendar.feed_of(bytea) to casebridge_app, casebridge_wide;

-- Times taken elsewhere, from calendar files that people bring: nothing is kept but from when until when.
create table calendar.brought (
    id         uuid primary key,
    account_id uuid        not null references access.account,
    name       text        not null check (name <> '' and length(name) <= 60),
    brought_at timestamptz not null,
    through_on date        not null,
    left_out   integer     not null check (left_out >= 0),
    unique (account_id, name)
);
alter table calendar.brought enable row level security;
create policy own on calendar.brought using (account_id = (select access.actor()));
call audit.watch('calendar.brought');

create table calendar.busy (
    id         uuid primary key,
    brought_id uuid        not null references calendar.brought on delete cascade,
    account_id uuid        not null references access.account,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null check (ends_at > starts_at)
);
create index on calendar.busy (account_id, starts_at);
create index on calendar.busy (brought_id);
alter table calendar.busy enable row level security;
-- Whoever plans visits for a colleague meets their taken times; that is all there is to see.
create policy agency on calendar.busy using (account_id = (select access.actor()) or exists (select from access.account a where a.id = account_id and a.agency_id = (select access.agency())));
