create schema clients;

-- A person the agency supports. The name is the one used on lists and at the top of the page.
create table clients.client (
    id       uuid primary key,
    name     text        not null check (name <> ''),
    added_at timestamptz not null,
    added_by uuid        not null references access.account,
    version  integer     not null default 0
);
call access.guard('clients.client', 'id');
call audit.watch('clients.client');
