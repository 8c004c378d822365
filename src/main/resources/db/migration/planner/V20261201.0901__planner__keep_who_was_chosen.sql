-- Which credentials a programme asks of whoever carries its cases; one of them is enough. None: it asks for none.
create table planner.program_credential (
    program_id uuid not null references caseload.program,
    kind       text not null,
    set_by     uuid        not null references access.account,
    set_at     timestamptz not null,
    primary key (program_id, kind)
);
call audit.watch('planner.program_credential');

-- Who was chosen for a case, who stood first among those suggested, and why the supervisor chose so.
create table planner.assignment (
    id         uuid primary key,
    client_id  uuid        not null references clients.client,
    case_id    uuid        not null references caseload.case_file,
    chosen     uuid        not null references access.account,
    points     integer,
    first      uuid references access.account,
    reason     text        not null check (reason <> '' and length(reason) <= 500),
    decided_by uuid        not null references access.account,
    decided_at timestamptz not null
);
create index on planner.assignment (client_id);
call access.guard('planner.assignment');
call audit.watch('planner.assignment');
