create schema intake;

-- A request for help, before any commitment, and what was decided about it.
create table intake.intake (
    id             uuid primary key,
    client_id      uuid        not null references clients.client,
    asker          text        not null check (asker in ('SELF', 'FAMILY', 'FRIEND', 'HOSPITAL', 'CLINIC', 'AGENCY', 'SCHOOL', 'COURT', 'HOTLINE', 'OTHER')),
    asked_name     text,
    asked_phone    text,
    came_by        text        not null check (came_by in ('PHONE', 'VISIT', 'EMAIL', 'LETTER', 'WEB', 'OUTREACH', 'ELECTRONIC')),
    received_on    date        not null,
    needs          text[]      not null check (cardinality(needs) > 0),
    own_words      text,
    situation      text,
    urgency        text        not null check (urgency in ('TODAY', 'TWO_DAYS', 'WEEK', 'MONTH')),
    safety         text        not null check (safety in ('SAFE', 'NOT_SAFE', 'UNKNOWN')),
    safety_note    text        check (safety <> 'NOT_SAFE' or safety_note <> ''),
    taken_by       uuid        not null references access.account,
    taken_at       timestamptz not null,
    status         text        not null check (status in ('WAITING', 'WAIT_LISTED', 'OPENED', 'REFERRED_ON', 'DECLINED')),
    decided_at     timestamptz check ((decided_at is null) = (status = 'WAITING')),
    decided_by     uuid        references access.account check ((decided_by is null) = (status = 'WAITING')),
    program_id     uuid        references caseload.program check (program_id is not null or status not in ('OPENED', 'WAIT_LISTED')),
    case_id        uuid        references caseload.case_file check ((case_id is not null) = (status = 'OPENED')),
    review_on      date        check ((review_on is not null) = (status = 'WAIT_LISTED')),
    referred_to    text        check ((referred_to is not null) = (status = 'REFERRED_ON')),
    decline_reason text        check ((decline_reason is not null) = (status = 'DECLINED')),
    why            text,
    told           text        check (status <> 'DECLINED' or told <> ''),
    version        integer     not null,
    unique (id, client_id),
    check (safety <> 'NOT_SAFE' or urgency = 'TODAY')
);
create index on intake.intake (client_id, received_on desc);
create index on intake.intake (taken_by) where status in ('WAITING', 'WAIT_LISTED');
create index on intake.intake (received_on) where status in ('WAITING', 'WAIT_LISTED');
create index on intake.intake (decided_at desc) where status in ('OPENED', 'REFERRED_ON', 'DECLINED');
call access.guard('intake.intake');
call audit.watch('intake.intake');

-- What a programme must know before it may take somebody. A question once asked is never deleted, only retired.
create table intake.question (
    id           uuid primary key,
    program_id   uuid    not null references caseload.program,
    position     integer not null,
    words        text    not null check (words <> ''),
    words_es     text,
    needed       text    not null check (needed in ('YES', 'NO')),
    otherwise    text    not null check (otherwise <> ''),
    otherwise_es text,
    retired_at   timestamptz
);
create index on intake.question (program_id, position);
call audit.watch('intake.question');

create table intake.answer (
    intake_id   uuid not null,
    client_id   uuid not null,
    question_id uuid not null references intake.question,
    answer      text not null check (answer in ('YES', 'NO', 'UNKNOWN')),
    primary key (intake_id, question_id),
    foreign key (intake_id, client_id) references intake.intake (id, client_id)
);
create index on intake.answer (client_id);
call access.guard('intake.answer');
call audit.watch('intake.answer');
