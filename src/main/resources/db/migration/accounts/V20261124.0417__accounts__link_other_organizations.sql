-- Who an account's person is at another organization: issuer and subject (OpenID Connect Core 1.0, 5.7), never an e-mail address.
create table accounts.oidc_link (
    account_id uuid primary key references access.account,
    issuer     text        not null check (issuer <> ''),
    subject    text        not null check (subject <> '' and length(subject) <= 255),
    linked_at  timestamptz not null,
    unique (issuer, subject)
);
