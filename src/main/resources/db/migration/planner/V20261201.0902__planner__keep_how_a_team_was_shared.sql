-- A decision to share a team's cases otherwise: how many moves were proposed and made, how far loads lay apart, and why.
create table planner.rebalancing (
    id            uuid primary key,
    agency_id     uuid          not null references access.agency,
    proposed      integer       not null check (proposed >= 0),
    moved         integer       not null check (moved > 0),
    spread_before numeric(6, 1) not null,
    spread_after  numeric(6, 1) not null,
    reason        text          not null check (reason <> '' and length(reason) <= 500),
    decided_by    uuid          not null references access.account,
    decided_at    timestamptz   not null
);
alter table planner.rebalancing enable row level security;
create policy agency on planner.rebalancing using (agency_id = (select access.agency()));
revoke update, delete on planner.rebalancing from casebridge_app, casebridge_wide;
call audit.watch('planner.rebalancing');
