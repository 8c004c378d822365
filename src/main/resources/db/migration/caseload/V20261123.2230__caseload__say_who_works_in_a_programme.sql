create table caseload.program_worker (
    program_id uuid not null references caseload.program,
    worker     uuid not null references access.account,
    primary key (program_id, worker)
);
create index on caseload.program_worker (worker);
call audit.watch('caseload.program_worker');
