create schema assessments;

-- One interview with one instrument in one version. Answers are kept by the link ids of the instrument (FHIR Questionnaire.item.linkId).
create table assessments.assessment (
    id           uuid primary key,
    client_id    uuid        not null references clients.client,
    instrument   text        not null check (instrument <> ''),
    version      text        not null check (version <> ''),
    status       text        not null check (status in ('DRAFT', 'COMPLETED')),
    stage        text        not null check (stage in ('INTAKE', 'UPDATE', 'ANNUAL', 'EXIT', 'POST_EXIT', 'AD_HOC')),
    mode         text        not null check (mode in ('IN_PERSON', 'VIDEO', 'PHONE', 'ON_THEIR_OWN')),
    language     text        not null check (language <> ''),
    present      text,
    assessed_on  date        not null,
    assessor     uuid        not null references access.account,
    started_at   timestamptz not null,
    completed_at timestamptz check ((completed_at is null) = (status = 'DRAFT')),
    corrects     uuid        references assessments.assessment,
    answers      jsonb       not null check (jsonb_typeof(answers) = 'object'),
    score        integer     check (status = 'COMPLETED' or score is null),
    critical     boolean     not null default false,
    safety_note  text        check (not critical or safety_note <> ''),
    unique (id, client_id)
);
create index on assessments.assessment (client_id, instrument, assessed_on desc);
create index on assessments.assessment (assessor) where critical;
create unique index on assessments.assessment (corrects) where status = 'COMPLETED';
call access.guard('assessments.assessment');
call audit.watch('assessments.assessment');

-- What was completed stays as it is: a correction is a new assessment that names it.
create function assessments.keep() returns trigger language plpgsql as $$
begin
    raise exception 'A completed assessment does not change' using errcode = 'restrict_violation';
end $$;
create trigger keep before update or delete on assessments.assessment for each row when (old.status = 'COMPLETED') execute function assessments.keep();

-- What was done about a critical answer after the assessment.
create table assessments.follow_up (
    assessment_id uuid        primary key,
    client_id     uuid        not null,
    at            timestamptz not null,
    by            uuid        not null references access.account,
    words         text        not null check (words <> ''),
    foreign key (assessment_id, client_id) references assessments.assessment (id, client_id)
);
create index on assessments.follow_up (client_id);
call access.guard('assessments.follow_up');
call audit.watch('assessments.follow_up');
