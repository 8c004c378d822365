-- Interdisciplinary case conferences about a plan: whom one invited and who came, agenda, minutes and decisions.
create table careplans.conference (
    id        uuid primary key,
    client_id uuid    not null references clients.client,
    on_day    date    not null,
    at_time   time    not null,
    place     text    not null default '',
    invited   text    not null check (invited <> ''),
    agenda    text    not null default '',
    attended  text    not null default '',
    minutes   text    not null default '',
    status    text    not null check (status in ('PLANNED', 'HELD', 'CANCELLED', 'ENTERED_IN_ERROR')),
    why       text    check ((why is not null) = (status in ('CANCELLED', 'ENTERED_IN_ERROR'))),
    called_by uuid    not null references access.account,
    version   integer not null,
    unique (id, client_id),
    check (status <> 'HELD' or attended <> '' and minutes <> '')
);
create index on careplans.conference (client_id, on_day desc);
call access.guard('careplans.conference');
call audit.watch('careplans.conference');

create table careplans.conference_point (
    id            uuid primary key,
    conference_id uuid    not null,
    client_id     uuid    not null,
    becomes       text    not null check (becomes in ('TASK', 'AMENDMENT', 'NOTED')),
    words         text    not null check (words <> ''),
    task_id       uuid    check ((task_id is not null) = (becomes = 'TASK')),
    place         integer not null,
    foreign key (conference_id, client_id) references careplans.conference (id, client_id)
);
create index on careplans.conference_point (client_id);
create index on careplans.conference_point (conference_id);
call access.guard('careplans.conference_point');
call audit.watch('careplans.conference_point');
