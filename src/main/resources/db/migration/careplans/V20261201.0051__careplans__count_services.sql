-- A contact that served a goal: a fact that the module above tells, from which services are counted.
create table careplans.served (
    contact_id uuid not null,
    goal_id    uuid not null,
    client_id  uuid not null,
    primary key (contact_id, goal_id),
    foreign key (goal_id, client_id) references careplans.goal (id, client_id)
);
create index on careplans.served (client_id);
call access.guard('careplans.served');
call audit.watch('careplans.served');

-- Which contacts count as which service: by mode, in units of so many minutes or one a contact. Holds from its first day; a change is a new one.
create table careplans.service_mapping (
    id           uuid primary key,
    agency_id    uuid not null references access.agency,
    mode         text not null,
    unit         text not null check (unit in ('VISIT', 'HOUR', 'CALL', 'SESSION', 'RIDE', 'MEAL', 'OTHER')),
    minutes      integer check (minutes between 1 and 480),
    funding      text not null default '',
    applies_from date not null,
    ended_on     date,
    set_by       uuid not null references access.account
);
create unique index on careplans.service_mapping (agency_id, mode) where ended_on is null;
call audit.watch('careplans.service_mapping');

-- Services that others gave, or that no contact tells of.
create table careplans.service (
    id        uuid primary key,
    client_id uuid not null,
    goal_id   uuid not null,
    on_day    date not null,
    units     numeric(8, 2) not null check (units > 0),
    unit      text not null check (unit in ('VISIT', 'HOUR', 'CALL', 'SESSION', 'RIDE', 'MEAL', 'OTHER')),
    provider  text not null check (provider <> ''),
    funding   text not null default '',
    noted_by  uuid not null references access.account,
    struck_on date,
    strike    text check ((strike is null) = (struck_on is null)),
    foreign key (goal_id, client_id) references careplans.goal (id, client_id)
);
create index on careplans.service (client_id, on_day desc);
call access.guard('careplans.service');
call audit.watch('careplans.service');
