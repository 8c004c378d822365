-- What a person-centred plan says of a goal beside its words; levels: the five of goal attainment scaling, from much less than expected to much more.
alter table careplans.goal_text
    add why        text   not null default '',
    add not_theirs text   not null default '',
    add baseline   text   not null default '',
    add start_on   date,
    add levels     text[] not null default '{}' check (cardinality(levels) in (0, 5)),
    add staff_note text   not null default '',
    add constraint starts_before_it_ends check (start_on <= target_on);

-- An intervention: from when, how much of it in which time, and the step that has to be done first.
alter table careplans.step
    add start_on date,
    add units    integer check (units between 1 and 10000),
    add unit     text check (unit in ('VISIT', 'HOUR', 'CALL', 'SESSION', 'RIDE', 'MEAL', 'OTHER')),
    add per      text check (per in ('ONCE', 'WEEK', 'MONTH', 'PLAN')),
    add after_id uuid check (after_id <> id),
    add constraint units_of_something check ((units is null) = (unit is null) and (units is null) = (per is null)),
    add constraint step_starts_before_it_ends check (start_on <= due_on);
alter table careplans.resource add kind text not null default 'THING' check (kind in ('SERVICE', 'BENEFIT', 'MONEY', 'DOCUMENT', 'THING'));
alter table careplans.barrier add due_on date check (due_on >= noted_on);

-- The task that a step became.
create table careplans.step_task (
    step_id   uuid primary key,
    client_id uuid not null references clients.client,
    task_id   uuid not null unique
);
create index on careplans.step_task (client_id);
call access.guard('careplans.step_task');
call audit.watch('careplans.step_task');

-- What a version says beside its goals: considerations, what to do in a crisis, rights as they were explained. TEAM is for the team alone.
create table careplans.section (
    plan_id   uuid not null references careplans.plan on delete cascade,
    kind      text not null check (kind in ('CULTURE', 'COMMUNICATION', 'CRISIS', 'CONTINGENCY', 'TEAM', 'CHANGE_WORKER', 'APPEAL', 'COMPLAIN', 'OMBUDSMAN')),
    client_id uuid not null references clients.client,
    words     text not null default '',
    on_day    date not null,
    primary key (plan_id, kind)
);
create index on careplans.section (client_id);
call access.guard('careplans.section');
call audit.watch('careplans.section');

-- Services and providers that the client could choose from, those declined too (42 CFR 441.725(b)(12)).
create table careplans.choice (
    plan_id   uuid    not null references careplans.plan on delete cascade,
    id        uuid    not null,
    client_id uuid    not null references clients.client,
    what      text    not null check (what <> ''),
    answer    text    not null check (answer in ('CHOSEN', 'DECLINED', 'UNDECIDED')),
    words     text    not null default '',
    on_day    date    not null,
    place     integer not null,
    primary key (plan_id, id)
);
create index on careplans.choice (client_id);
call access.guard('careplans.choice');
call audit.watch('careplans.choice');
create trigger keep_agreed before insert or update or delete on careplans.section for each row execute function careplans.keep_agreed();
create trigger keep_agreed before insert or update or delete on careplans.choice for each row execute function careplans.keep_agreed();
