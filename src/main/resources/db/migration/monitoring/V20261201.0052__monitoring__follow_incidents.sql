-- Something that happened to a client, or was done by or near them, that must be looked into: reported, reviewed by a supervisor, closed. Its reports to others are due by rules.
create table monitoring.incident (
    id          uuid primary key,
    client_id   uuid        not null references clients.client,
    kind        text        not null check (kind in ('CHILD_ABUSE', 'ADULT_ABUSE', 'DEATH', 'SELF_HARM', 'INJURY', 'VIOLENCE', 'MEDICATION', 'MISSING', 'PROPERTY', 'OTHER')),
    happened_at timestamptz not null,
    place       text        not null,
    words       text        not null check (words <> ''),
    done        text        not null,
    status      text        not null check (status in ('REPORTED', 'REVIEWED', 'CLOSED')),
    reported_by uuid        not null references access.account,
    reported_at timestamptz not null check (reported_at >= happened_at),
    findings    text        check ((findings is null) = (status = 'REPORTED')),
    reviewed_by uuid        references access.account check ((reviewed_by is null) = (status = 'REPORTED')),
    reviewed_at timestamptz check ((reviewed_at is null) = (status = 'REPORTED')),
    closed_by   uuid        references access.account check ((closed_by is null) = (status <> 'CLOSED')),
    closed_at   timestamptz check ((closed_at is null) = (status <> 'CLOSED')),
    version     integer     not null,
    unique (id, client_id)
);
create index on monitoring.incident (client_id, happened_at desc);
create index on monitoring.incident (reported_by) where status = 'REPORTED';
call access.guard('monitoring.incident');
call audit.watch('monitoring.incident');

create table monitoring.incident_report (
    id          uuid primary key,
    client_id   uuid        not null,
    incident_id uuid        not null,
    rule        text        not null check (rule <> ''),
    owner       uuid        not null references access.account,
    due_at      timestamptz not null,
    made_at     timestamptz,
    made_by     uuid        references access.account check ((made_by is null) = (made_at is null)),
    how         text        check ((how is null) = (made_at is null) and how <> ''),
    unique (incident_id, rule),
    foreign key (incident_id, client_id) references monitoring.incident (id, client_id)
);
create index on monitoring.incident_report (client_id);
create index on monitoring.incident_report (owner, due_at) where made_at is null;
call access.guard('monitoring.incident_report');
call audit.watch('monitoring.incident_report');
