-- That a supervisor knows of a critical answer: who, and when. Until then it stands on their day, even when it was followed up.
create table assessments.acknowledgement (
    assessment_id uuid        primary key,
    client_id     uuid        not null,
    by            uuid        not null references access.account,
    at            timestamptz not null,
    foreign key (assessment_id, client_id) references assessments.assessment (id, client_id)
);
create index on assessments.acknowledgement (client_id);
call access.guard('assessments.acknowledgement');
call audit.watch('assessments.acknowledgement');
create trigger keep before update or delete on assessments.acknowledgement for each row execute function assessments.keep();
