-- Whether the account has a second factor, and whether its password is too short to stand alone, stand on the account, as every request asks.
alter table access.account
    add column second_factor  boolean not null default false,
    add column short_password boolean not null default false;

-- What a person needs to tell their sessions apart.
alter table access.session
    add column browser text not null default '' check (length(browser) <= 200),
    add column network text not null default '' check (length(network) <= 64);

create schema accounts;

-- The seed is encrypted, bound to the account. A step is used once (RFC 6238, 5.2); until confirmed_at it is only being set up.
create table accounts.totp (
    account_id   uuid primary key references access.account,
    seed         bytea       not null,
    made_at      timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint
);

-- SHA-256 of codes with 120 random bits: enough that no slow hash is needed (NIST SP 800-63B-4, 3.1.2.2).
create table accounts.recovery_code (
    account_id uuid        not null references access.account,
    hash       bytea       not null,
    made_at    timestamptz not null,
    primary key (account_id, hash)
);

-- How often somebody tried in vain: by account, by network, by both. The key is a hash, as a name typed wrongly may be a password.
create table accounts.throttle (
    key       bytea primary key,
    tries     integer     not null default 0,
    last_at   timestamptz not null,
    wait_until timestamptz not null
);
create index on accounts.throttle (last_at);

-- A browser from which the account signed in before is counted apart, so that strangers cannot keep its owner out.
create table accounts.known_browser (
    key        bytea primary key,
    account_id uuid        not null references access.account,
    since      timestamptz not null
);
create index on accounts.known_browser (account_id);
