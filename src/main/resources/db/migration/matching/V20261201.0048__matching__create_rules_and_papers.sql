create schema matching;

-- Who may have a service, written by people as a tree of all, any and compare; one draft a service, and published ones by the days on which they hold.
create table matching.rule (
    id           uuid primary key,
    service_id   uuid        not null references directory.service,
    text         text        not null,
    cases        text        not null,
    starts_on    date        not null,
    ends_on      date        check (ends_on >= starts_on),
    made_by      uuid        not null references access.account,
    made_at      timestamptz not null,
    published_by uuid        references access.account,
    published_at timestamptz check ((published_at is null) = (published_by is null)),
    version      integer     not null
);
create unique index on matching.rule (service_id) where published_at is null;
create unique index on matching.rule (service_id, starts_on) where published_at is not null and ends_on is null;
create index on matching.rule (published_at);
call audit.watch('matching.rule');

-- Amounts that rules are measured by, each from its day on: poverty guidelines (of one person, and for each more) and median incomes of an area (of four persons).
create table matching.amount (
    id        uuid primary key,
    kind      text    not null check (kind in ('POVERTY', 'AREA_MEDIAN')),
    area      text    not null check (area <> ''),
    starts_on date    not null,
    base      numeric not null check (base > 0),
    each_more numeric not null check (each_more >= 0),
    source    text    not null check (source <> ''),
    unique (kind, area, starts_on)
);
call audit.watch('matching.amount');
insert into matching.amount (id, kind, area, starts_on, base, each_more, source) values
    (gen_random_uuid(), 'POVERTY', 'US', '2025-01-15', 15650, 5500, 'HHS, 90 FR 5917 (2025-01-17)'),
    (gen_random_uuid(), 'POVERTY', 'AK', '2025-01-15', 19550, 6880, 'HHS, 90 FR 5917 (2025-01-17)'),
    (gen_random_uuid(), 'POVERTY', 'HI', '2025-01-15', 17990, 6325, 'HHS, 90 FR 5917 (2025-01-17)'),
    (gen_random_uuid(), 'POVERTY', 'US', '2026-01-13', 15960, 5680, 'HHS, 91 FR 1797 (2026-01-15)'),
    (gen_random_uuid(), 'POVERTY', 'AK', '2026-01-13', 19950, 7100, 'HHS, 91 FR 1797 (2026-01-15)'),
    (gen_random_uuid(), 'POVERTY', 'HI', '2026-01-13', 18360, 6530, 'HHS, 91 FR 1797 (2026-01-15)');

-- An agency may switch matching off, and says why; its pages then say so.
create table matching.state (
    agency_id uuid primary key references access.agency,
    is_on     boolean     not null,
    words     text        not null,
    set_by    uuid        not null references access.account,
    set_at    timestamptz not null,
    check (is_on or words <> '')
);
call audit.watch('matching.state');

-- What rules ask about and the rest of the record does not say.
create table matching.fact (
    client_id uuid not null references clients.client,
    fact      text not null,
    value     text not null check (value <> ''),
    known_on  date not null,
    by        uuid not null references access.account,
    primary key (client_id, fact)
);
call access.guard('matching.fact');
call audit.watch('matching.fact');

-- The ledger of papers: what was asked for, what is in hand, until when it serves, and what it served for.
create table matching.paper (
    id           uuid primary key,
    client_id    uuid    not null references clients.client,
    kind         text    not null,
    whose        text    not null,
    requested_on date,
    received_on  date,
    issued_on    date,
    expires_on   date,
    words        text    not null,
    version      integer not null,
    check (requested_on is not null or received_on is not null),
    unique (client_id, kind, whose)
);
call access.guard('matching.paper');
call audit.watch('matching.paper');
create table matching.paper_use (
    id        uuid primary key,
    client_id uuid not null references clients.client,
    paper_id  uuid not null references matching.paper,
    used_on   date not null,
    what      text not null
);
create index on matching.paper_use (paper_id);
call access.guard('matching.paper_use');
call audit.watch('matching.paper_use');

-- Whether the directory changed since it was last read whole.
create index on directory.entry (changed_at);
