-- A form that an agency loaded or built: a FHIR Questionnaire (as text, exactly as it was understood) in versions. What was published never changes; a change is a new version.
-- `beside` holds the answer lists that came with it, `rules` what its scores mean and which answers are critical.
create table assessments.own_form (
    id              uuid        not null,
    version         integer     not null check (version > 0),
    agency_id       uuid        not null references access.agency,
    status          text        not null check (status in ('DRAFT', 'PUBLISHED')),
    title           text        not null check (title <> ''),
    questionnaire   text        not null check (questionnaire <> ''),
    beside          text[]      not null default '{}',
    rules           jsonb       not null,
    licence_class   text        check (licence_class in ('PD', 'FREE', 'VERIFY', 'RESTRICTED')),
    holder          text,
    attribution     text,
    may_administer  text,
    minutes         integer     not null default 5 check (minutes between 1 and 600),
    made_by         uuid        not null references access.account,
    made_at         timestamptz not null,
    published_by    uuid        references access.account,
    published_at    timestamptz,
    primary key (id, version),
    check ((status = 'PUBLISHED') = (published_at is not null and published_by is not null)),
    check (status = 'DRAFT' or licence_class is not null and holder <> '' and attribution <> '' and may_administer <> '')
);
create index on assessments.own_form (agency_id);
create unique index on assessments.own_form (id) where status = 'DRAFT';
call audit.watch('assessments.own_form');

create function assessments.keep_published() returns trigger language plpgsql as $$
begin
    raise exception 'A published form does not change' using errcode = 'restrict_violation';
end $$;
create trigger keep before update or delete on assessments.own_form for each row when (old.status = 'PUBLISHED') execute function assessments.keep_published();

-- The answers to such a form while it is a draft, place by place, each as it was given; null is one that was taken back. Gone when the assessment is completed.
create table assessments.given (
    assessment_id uuid        not null,
    client_id     uuid        not null,
    place         text        not null check (place <> ''),
    revision      bigint      not null check (revision > 0),
    value         jsonb,
    by            uuid        not null references access.account,
    at            timestamptz not null,
    primary key (assessment_id, place, revision),
    foreign key (assessment_id, client_id) references assessments.assessment (id, client_id) on delete cascade
);
create index on assessments.given (client_id);
call access.guard('assessments.given');
call audit.watch('assessments.given');

-- What a completed one holds: the whole FHIR QuestionnaireResponse.
create table assessments.response (
    assessment_id uuid  primary key,
    client_id     uuid  not null,
    response      jsonb not null check (response ->> 'resourceType' = 'QuestionnaireResponse'),
    foreign key (assessment_id, client_id) references assessments.assessment (id, client_id)
);
create index on assessments.response (client_id);
call access.guard('assessments.response');
call audit.watch('assessments.response');

-- Its scores: no value where answers were missing, only what was counted so far.
create table assessments.scored (
    assessment_id uuid    not null,
    client_id     uuid    not null,
    position      integer not null,
    item          text    not null,
    name          text    not null,
    value         numeric,
    so_far        numeric,
    answered      integer not null,
    required      integer not null,
    primary key (assessment_id, position),
    foreign key (assessment_id, client_id) references assessments.assessment (id, client_id)
);
create index on assessments.scored (client_id);
call access.guard('assessments.scored');
call audit.watch('assessments.scored');

-- What its answers amount to elsewhere ($extract): observations and other FHIR resources.
create table assessments.extracted (
    id            uuid  primary key,
    assessment_id uuid  not null,
    client_id     uuid  not null,
    kind          text  not null check (kind <> ''),
    what          text  not null,
    value         text  not null,
    resource      jsonb not null,
    foreign key (assessment_id, client_id) references assessments.assessment (id, client_id)
);
create index on assessments.extracted (client_id);
create index on assessments.extracted (assessment_id);
call access.guard('assessments.extracted');
call audit.watch('assessments.extracted');

create trigger keep before update or delete on assessments.response for each row execute function assessments.keep();
create trigger keep before update or delete on assessments.scored for each row execute function assessments.keep();
create trigger keep before update or delete on assessments.extracted for each row execute function assessments.keep();
