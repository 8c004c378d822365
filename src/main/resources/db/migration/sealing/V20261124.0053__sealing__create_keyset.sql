create schema sealing;

-- The keys that seal single values, each keyset itself sealed by a key that is not in the database.
create table sealing.keyset (
    name       text primary key,
    wrapped    bytea       not null,
    changed_at timestamptz not null default now()
);
