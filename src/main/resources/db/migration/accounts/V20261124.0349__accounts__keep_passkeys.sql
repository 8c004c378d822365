-- A passkey: its public key (no secret), how often it signed, and the name its person gave it. W3C Web Authentication 3, 4 (credential record).
create table accounts.passkey (
    id              uuid primary key,
    account_id      uuid        not null references access.account,
    name            text        not null check (name <> '' and length(name) <= 60),
    credential_id   bytea       not null unique check (length(credential_id) <= 1023),
    credential      bytea       not null,
    backup_eligible boolean     not null,
    sign_count      bigint      not null check (sign_count >= 0),
    made_at         timestamptz not null,
    used_at         timestamptz
);
create index on accounts.passkey (account_id);

-- What one browser was asked and has not answered yet: deleted when the answer comes, whatever it is. The key is the SHA-256 of a cookie's secret, or of the session that it is bound to.
create table accounts.question (
    key        bytea primary key,
    content    text        not null,
    session_id uuid references access.session (id) on delete cascade,
    made_at    timestamptz not null
);
create index on accounts.question (made_at);
create index on accounts.question (session_id);
