-- A link handed to somebody, who then chooses their own password; the key is the SHA-256 of what stands in the link.
create table accounts.invitation (
    account_id uuid primary key references access.account,
    key        bytea       not null unique,
    made_by    uuid        not null references access.account,
    made_at    timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at)
);
