-- A session has a name that may be shown and logged, and remembers when each factor was last shown in it.
alter table access.session
    add column id          uuid not null default gen_random_uuid() unique,
    add column password_at timestamptz,
    add column totp_at     timestamptz,
    add column passkey_at  timestamptz,
    add column recovery_at timestamptz,
    add column oidc_at     timestamptz;
update access.session set password_at = began_at;
create index on access.session (account_id);
