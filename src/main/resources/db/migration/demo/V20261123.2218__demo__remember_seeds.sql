-- Each run of the seeder, and the accounts it made; those get the password of the demo's accounts while the demo is on, and none while it is off.
create table demo.seed (
    id      uuid primary key,
    at      timestamptz not null default now(),
    random  bigint  not null,
    clients integer not null,
    workers integer not null,
    days    integer not null,
    as_of   date    not null
);

create table demo.seeded_account (
    account_id uuid primary key references access.account,
    seed_id    uuid not null references demo.seed
);
