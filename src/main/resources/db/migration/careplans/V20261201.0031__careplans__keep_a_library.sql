-- Goals that an agency offers, its own or in place of one that Casebridge brings (base); about nobody. Retired ones stay, so that one knows why they are not offered.
create table careplans.suggested_goal (
    id         uuid primary key,
    agency_id  uuid not null references access.agency,
    program_id uuid references caseload.program,
    base       text,
    domain     text not null,
    template   text not null default '',
    goal_en    text not null check (goal_en <> ''),
    measure_en text not null default '',
    steps_en   text not null default '',
    goal_es    text not null default '',
    measure_es text not null default '',
    steps_es   text not null default '',
    retired    boolean not null default false,
    version    integer not null,
    changed_by uuid not null references access.account,
    changed_at timestamptz not null,
    unique (agency_id, base)
);
create index on careplans.suggested_goal (agency_id);
call audit.watch('careplans.suggested_goal');
