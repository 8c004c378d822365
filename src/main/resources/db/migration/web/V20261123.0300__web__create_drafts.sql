create schema web;

-- What a person has typed and not yet saved. One for each form (by its address) and person; gone once the form is saved.
create table web.draft (
    account_id uuid        not null references access.account,
    place      text        not null,
    said       jsonb       not null,
    saved_at   timestamptz not null default now(),
    primary key (account_id, place)
);
alter table web.draft enable row level security;
create policy own on web.draft using (account_id = (select access.actor()));
