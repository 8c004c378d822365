-- A draft holds whatever was typed, so all of it is sealed. Drafts from before are sealed by the server's next start.
alter table web.draft
    add column id     uuid not null unique default gen_random_uuid(),
    add column sealed bytea,
    alter column said drop not null,
    add constraint held check ((said is null) = (sealed is not null));
