create schema data;

-- The token of a form that was carried out. Written in the transaction of the deed, so that a form sent twice acts once.
create table data.once (
    token uuid primary key,
    at    timestamptz not null default now()
);
create index on data.once (at);
