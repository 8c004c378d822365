create schema careplans;

-- One row is one version of a client's plan; the versions of one plan share a series. What was agreed stays as it was agreed.
create table careplans.plan (
    id           uuid primary key,
    client_id    uuid    not null references clients.client,
    series       uuid    not null,
    number       integer not null check (number >= 1),
    status       text    not null check (status in ('DRAFT', 'PROPOSED', 'ACTIVE', 'AMENDED', 'COMPLETED', 'REVOKED')),
    strengths    text    not null default '',
    review_days  integer not null check (review_days between 7 and 366),
    cadence_days integer check (cadence_days between 1 and 365),
    reason       text,
    agreed_on    date,
    agreed_how   text check (agreed_how in ('IN_PERSON', 'PHONE', 'VIDEO', 'WRITING')),
    present      text,
    copy_given   text check (copy_given in ('PRINT', 'EMAIL', 'READ_ALOUD', 'NOT_YET')),
    reviewed_on  date,
    ended_on     date,
    end_reason   text,
    version      integer not null,
    unique (series, number),
    check ((status in ('DRAFT', 'PROPOSED')) = (agreed_on is null)),
    check ((agreed_on is null) = (agreed_how is null) and (agreed_on is null) = (copy_given is null)),
    check ((status in ('COMPLETED', 'REVOKED')) = (ended_on is not null) and (ended_on is null) = (end_reason is null)),
    check (reviewed_on >= agreed_on),
    check (number = 1 or agreed_on is null or reason is not null)
);
create index on careplans.plan (client_id, number desc);
create unique index on careplans.plan (client_id) where status in ('DRAFT', 'PROPOSED');
create unique index on careplans.plan (client_id) where status = 'ACTIVE';
call access.guard('careplans.plan');
call audit.watch('careplans.plan');

-- A goal lives through the versions; its lifecycle and its achievement are two facts (hl7.org/fhir/R4/goal.html).
create table careplans.goal (
    id            uuid primary key,
    client_id     uuid not null references clients.client,
    series        uuid not null,
    lifecycle     text not null check (lifecycle in
                      ('PROPOSED', 'PLANNED', 'ACCEPTED', 'ACTIVE', 'ON_HOLD', 'COMPLETED', 'CANCELLED', 'REJECTED', 'ENTERED_IN_ERROR')),
    lifecycle_on  date not null,
    lifecycle_why text,
    unique (id, client_id)
);
create index on careplans.goal (client_id);
call access.guard('careplans.goal');
call audit.watch('careplans.goal');

-- How a version of the plan words a goal.
create table careplans.goal_text (
    plan_id   uuid    not null references careplans.plan on delete cascade,
    goal_id   uuid    not null,
    client_id uuid    not null,
    words     text    not null check (words <> ''),
    domain    text    not null,
    measure   text    not null default '',
    target_on date,
    priority  text    not null check (priority in ('HIGH', 'MEDIUM', 'LOW')),
    strengths text    not null default '',
    place     integer not null,
    primary key (plan_id, goal_id),
    foreign key (goal_id, client_id) references careplans.goal (id, client_id)
);
create index on careplans.goal_text (client_id);
create index on careplans.goal_text (goal_id);
call access.guard('careplans.goal_text');
call audit.watch('careplans.goal_text');

create table careplans.step (
    plan_id   uuid    not null,
    id        uuid    not null,
    goal_id   uuid    not null,
    client_id uuid    not null,
    what      text    not null check (what <> ''),
    party     text    not null check (party in ('STAFF', 'CLIENT', 'SUPPORT', 'AGENCY')),
    who       text    not null default '',
    staff     uuid references access.account,
    timing    text    not null default '',
    due_on    date,
    place     integer not null,
    primary key (plan_id, id),
    foreign key (plan_id, goal_id) references careplans.goal_text on delete cascade
);
create index on careplans.step (client_id);
create index on careplans.step (plan_id, goal_id);
call access.guard('careplans.step');
call audit.watch('careplans.step');

-- What became of a step; a step without a row here is still to be done.
create table careplans.step_result (
    step_id   uuid primary key,
    client_id uuid    not null references clients.client,
    done      boolean not null,
    on_day    date    not null,
    words     text    not null default '',
    noted_by  uuid    not null references access.account,
    check (done or words <> '')
);
create index on careplans.step_result (client_id);
call access.guard('careplans.step_result');
call audit.watch('careplans.step_result');

create table careplans.resource (
    plan_id   uuid    not null,
    id        uuid    not null,
    goal_id   uuid    not null,
    client_id uuid    not null,
    what      text    not null check (what <> ''),
    source    text    not null default '',
    cost      numeric(12, 2) check (cost >= 0),
    place     integer not null,
    primary key (plan_id, id),
    foreign key (plan_id, goal_id) references careplans.goal_text on delete cascade
);
create index on careplans.resource (client_id);
create index on careplans.resource (plan_id, goal_id);
call access.guard('careplans.resource');
call audit.watch('careplans.resource');

create table careplans.resource_secured (
    resource_id uuid primary key,
    client_id   uuid not null references clients.client,
    on_day      date not null,
    noted_by    uuid not null references access.account
);
create index on careplans.resource_secured (client_id);
call access.guard('careplans.resource_secured');
call audit.watch('careplans.resource_secured');

-- What stands in a goal's way comes and goes between two agreements, so it belongs to the goal and not to a version.
create table careplans.barrier (
    id        uuid primary key,
    client_id uuid not null,
    goal_id   uuid not null,
    kind      text not null,
    words     text not null check (words <> ''),
    owner     text not null check (owner <> ''),
    noted_on  date not null,
    ended_on  date check (ended_on >= noted_on),
    ended_how text check ((ended_on is null) = (ended_how is null)),
    foreign key (goal_id, client_id) references careplans.goal (id, client_id)
);
create index on careplans.barrier (client_id);
create index on careplans.barrier (goal_id);
call access.guard('careplans.barrier');
call audit.watch('careplans.barrier');

create table careplans.progress (
    id          uuid primary key,
    client_id   uuid not null,
    goal_id     uuid not null,
    on_day      date not null,
    achievement text not null check (achievement in ('IN_PROGRESS', 'IMPROVING', 'WORSENING', 'NO_CHANGE', 'ACHIEVED', 'SUSTAINING',
                    'NOT_ACHIEVED', 'NO_PROGRESS', 'NOT_ATTAINABLE')),
    words       text not null default '',
    noted_by    uuid not null references access.account,
    contact_id  uuid,
    foreign key (goal_id, client_id) references careplans.goal (id, client_id)
);
create index on careplans.progress (client_id);
create index on careplans.progress (goal_id, on_day desc, id desc);
call access.guard('careplans.progress');
call audit.watch('careplans.progress');

-- An agreed version never changes silently: a change makes the next one.
create function careplans.keep_agreed() returns trigger language plpgsql as $$
begin
    if (select status from careplans.plan where id = coalesce(new.plan_id, old.plan_id)) not in ('DRAFT', 'PROPOSED') then
        raise exception 'an agreed version of a plan does not change' using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger keep_agreed before insert or update or delete on careplans.goal_text for each row execute function careplans.keep_agreed();
create trigger keep_agreed before insert or update or delete on careplans.step for each row execute function careplans.keep_agreed();
create trigger keep_agreed before insert or update or delete on careplans.resource for each row execute function careplans.keep_agreed();
