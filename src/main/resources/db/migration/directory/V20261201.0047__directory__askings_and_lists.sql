-- A partner says by a link that a service's entry is right, or what is wrong. Only the hash of the link's secret is kept.
create table directory.asking (
    id          uuid primary key,
    secret_hash bytea       not null unique check (length(secret_hash) = 32),
    service_id  uuid        not null references directory.service,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    expires_at  timestamptz not null,
    answered_at timestamptz,
    answer      text check (answer in ('RIGHT', 'WRONG')),
    said        text check (length(said) <= 2000),
    check ((answered_at is null) = (answer is null))
);
create index on directory.asking (service_id, asked_at);

-- Services that somebody put together, for their agency.
create table directory.saved_list (
    id        uuid primary key,
    agency_id uuid        not null references access.agency,
    name      text        not null check (name <> '' and length(name) <= 100),
    made_by   text        not null,
    made_at   timestamptz not null default now(),
    unique (agency_id, name)
);
create table directory.saved_service (
    list_id    uuid not null references directory.saved_list on delete cascade,
    service_id uuid not null references directory.service,
    added_at   timestamptz not null default now(),
    primary key (list_id, service_id)
);
