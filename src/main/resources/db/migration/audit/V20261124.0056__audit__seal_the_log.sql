-- One seal a second over all rows whose transactions have ended since the last one: those from the last seal's horizon to this one's. The line is what is
-- signed, and what is appended to the anchor file outside the database (audit.proof.Seal).
create table audit.seal (
    number  bigint      primary key,
    epoch   integer     not null,
    horizon xid8        not null,
    at      timestamptz not null default clock_timestamp(),
    line    text        not null
);
create trigger added_to_only before update or delete or truncate on audit.seal for each statement execute function audit.refuse();
revoke all on audit.seal from casebridge_app, casebridge_wide;
grant select, insert (number, epoch, horizon, line) on audit.seal to casebridge_wide;
alter table audit.seal enable row level security;
create policy sealed on audit.seal for insert to casebridge_wide with check ((select a.role from access.account a where a.id = (select access.actor())) = 'MACHINE');
create policy examined on audit.seal for select to casebridge_wide
    using ((select a.role from access.account a where a.id = (select access.actor())) in ('PRIVACY_OFFICER', 'MACHINE'));
