-- A plan for staying safe, made with the client. A change is a new version; the newest is the one in force.
create table assessments.safety_plan (
    id            uuid primary key,
    client_id     uuid        not null references clients.client,
    number        integer     not null check (number > 0),
    language      text        not null check (language in ('en', 'es')),
    signs         text        not null check (signs <> ''),
    coping        text        not null,
    distraction   text        not null,
    people        text        not null,
    professionals text        not null check (professionals <> ''),
    surroundings  text        not null,
    made_by       uuid        not null references access.account,
    made_at       timestamptz not null,
    unique (client_id, number)
);
call access.guard('assessments.safety_plan');
call audit.watch('assessments.safety_plan');
