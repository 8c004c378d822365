create schema caseload;

create table caseload.program (
    id           uuid primary key,
    agency_id    uuid    not null references access.agency,
    name         text    not null check (name <> ''),
    cadence_days integer not null check (cadence_days between 1 and 365),
    unique (agency_id, name)
);

create table caseload.case_file (
    id           uuid primary key,
    client_id    uuid not null references clients.client,
    program_id   uuid not null references caseload.program,
    worker       uuid not null references access.account,
    status       text not null check (status in ('OPEN', 'CLOSED')),
    opened_on    date not null,
    closed_on    date check ((closed_on is null) = (status = 'OPEN') and closed_on >= opened_on),
    close_reason text check ((close_reason is null) = (status = 'OPEN')),
    achieved     text check ((achieved is null) = (status = 'OPEN')),
    previous     uuid references caseload.case_file,
    version      integer not null
);
create index on caseload.case_file (client_id);
create index on caseload.case_file (worker) where status = 'OPEN';
create unique index on caseload.case_file (client_id, program_id) where status = 'OPEN';
call access.guard('caseload.case_file');
call audit.watch('caseload.case_file');

-- Sentences with their values: ["English {a}", value, …].
create table caseload.story (
    id        uuid primary key,
    client_id uuid        not null references clients.client,
    at        timestamptz not null,
    kind      text        not null,
    what      jsonb       not null,
    why       jsonb,
    path      text,
    source    text,
    unique (client_id, source)
);
create index on caseload.story (client_id, at desc, id desc);
call access.guard('caseload.story');
call audit.watch('caseload.story');
