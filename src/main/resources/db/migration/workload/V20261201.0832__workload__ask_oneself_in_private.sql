-- What somebody of the house answered to themselves about their own work. Theirs alone: no other account reads a row, whatever its role, and the log keeps nothing of it.
create table workload.check_in (
    id      uuid primary key,
    worker  uuid        not null references access.account,
    at      timestamptz not null,
    heavy   text        not null check (heavy in ('LIGHT', 'USUAL', 'HEAVY', 'TOO_HEAVY')),
    rested  text        not null check (rested in ('YES', 'SOMETIMES', 'NO')),
    someone text        not null check (someone in ('YES', 'SOMETIMES', 'NO')),
    words   text        not null check (length(words) <= 2000)
);
create index on workload.check_in (worker, at desc);
alter table workload.check_in enable row level security;
create policy own on workload.check_in using (worker = (select access.actor())) with check (worker = (select access.actor()));
revoke update on workload.check_in from casebridge_app, casebridge_wide;
