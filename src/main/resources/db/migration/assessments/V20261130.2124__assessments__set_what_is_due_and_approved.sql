-- When an assessment is due in a programme: so many days after the case opened, after the last one, or after the case closed. A rule holds from its first day until it is ended;
-- a change is a new one.
create table assessments.due_rule (
    id           uuid primary key,
    program_id   uuid        not null references caseload.program,
    instrument   text        not null check (instrument <> ''),
    stage        text        not null check (stage in ('INTAKE', 'UPDATE', 'ANNUAL', 'EXIT', 'POST_EXIT', 'AD_HOC')),
    counts_from  text        not null check (counts_from in ('OPENED', 'LAST', 'CLOSED')),
    days         integer     not null check (days between 0 and 1100 and (counts_from <> 'LAST' or days > 0)),
    applies_from date        not null,
    ended_on     date,
    basis        text        not null check (basis <> ''),
    set_by       uuid        not null references access.account,
    set_at       timestamptz not null
);
create unique index on assessments.due_rule (program_id, instrument, stage, counts_from) where ended_on is null;
call audit.watch('assessments.due_rule');

-- With which instruments a supervisor looks at what was completed, in a programme.
create table assessments.approval_rule (
    program_id uuid        not null references caseload.program,
    instrument text        not null check (instrument <> ''),
    set_by     uuid        not null references access.account,
    set_at     timestamptz not null,
    primary key (program_id, instrument)
);
call audit.watch('assessments.approval_rule');

alter table assessments.assessment add column asks_approval boolean not null default false;
create index on assessments.assessment (assessor) where asks_approval;

-- What the supervisor said of a completed assessment: once. What was returned is corrected by a new one.
create table assessments.approval (
    assessment_id uuid        primary key,
    client_id     uuid        not null,
    verdict       text        not null check (verdict in ('APPROVED', 'RETURNED')),
    words         text        not null check (words <> '' or verdict = 'APPROVED'),
    by            uuid        not null references access.account,
    at            timestamptz not null,
    foreign key (assessment_id, client_id) references assessments.assessment (id, client_id)
);
create index on assessments.approval (client_id);
call access.guard('assessments.approval');
call audit.watch('assessments.approval');

-- Who interpreted, apart from who was present.
alter table assessments.assessment add column interpreter text not null default 'NONE' check (interpreter in ('NONE', 'PROFESSIONAL', 'STAFF', 'FAMILY'));
