-- The words of an instrument whose terms the agency read and confirmed: its own FHIR Questionnaire, each load a version of its own. Answers keep the version they were given to.
create table assessments.wording (
    id           uuid primary key,
    agency_id    uuid        not null references access.agency,
    instrument   text        not null check (instrument <> ''),
    version      text        not null unique check (version <> ''),
    said         text        not null check (said <> ''),
    loaded_by    uuid        not null references access.account,
    loaded_at    timestamptz not null,
    withdrawn_at timestamptz
);
create index on assessments.wording (agency_id, instrument);
call audit.watch('assessments.wording');
