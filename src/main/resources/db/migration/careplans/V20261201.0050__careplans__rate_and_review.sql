-- How far a goal is on its five levels (Kiresuk and Sherman 1968), as it was seen on a day.
create table careplans.rating (
    id        uuid primary key,
    client_id uuid not null,
    goal_id   uuid not null,
    on_day    date not null,
    level     integer not null check (level between -2 and 2),
    words     text not null default '',
    noted_by  uuid not null references access.account,
    struck_on date,
    strike    text check ((strike is null) = (struck_on is null)),
    foreign key (goal_id, client_id) references careplans.goal (id, client_id)
);
create index on careplans.rating (client_id);
create index on careplans.rating (goal_id, on_day desc, id desc);
call access.guard('careplans.rating');
call audit.watch('careplans.rating');

-- A review: when it was held, from when it counts, and for each goal what was proposed and what was decided.
create table careplans.review (
    id           uuid primary key,
    client_id    uuid not null references clients.client,
    plan_id      uuid not null references careplans.plan,
    done_on      date not null,
    effective_on date not null check (effective_on between done_on and done_on + 60),
    words        text not null default '',
    t_score      numeric(5, 2),
    noted_by     uuid not null references access.account,
    struck_on    date,
    strike       text check ((strike is null) = (struck_on is null))
);
create index on careplans.review (client_id);
create index on careplans.review (plan_id);
call access.guard('careplans.review');
call audit.watch('careplans.review');

create table careplans.review_goal (
    review_id uuid not null references careplans.review,
    goal_id   uuid not null,
    client_id uuid not null,
    proposed  text not null check (proposed in ('KEEP', 'STEP_UP', 'STEP_DOWN', 'REPLACE', 'ACHIEVED', 'NOT_ENOUGH')),
    decided   text not null check (decided in ('KEEP', 'STEP_UP', 'STEP_DOWN', 'REPLACE', 'ACHIEVED')),
    words     text not null default '',
    primary key (review_id, goal_id),
    foreign key (goal_id, client_id) references careplans.goal (id, client_id)
);
create index on careplans.review_goal (client_id);
call access.guard('careplans.review_goal');
call audit.watch('careplans.review_goal');

-- At most so many days between two reviews, in a programme, by how much a client needs; a rule ends and is never changed.
create table careplans.review_rule (
    id           uuid primary key,
    program_id   uuid        not null references caseload.program,
    acuity       text        not null check (acuity in ('LOW', 'MEDIUM', 'HIGH')),
    days         integer     not null check (days between 7 and 366),
    basis        text        not null check (basis <> ''),
    applies_from date        not null,
    ended_on     date,
    set_by       uuid        not null references access.account,
    set_at       timestamptz not null
);
create unique index on careplans.review_rule (program_id, acuity) where ended_on is null;
call audit.watch('careplans.review_rule');

-- How much a client needs, as the version says; without a row it is the middle.
create table careplans.acuity (
    plan_id   uuid primary key references careplans.plan on delete cascade,
    client_id uuid not null references clients.client,
    level     text not null check (level in ('LOW', 'MEDIUM', 'HIGH'))
);
create index on careplans.acuity (client_id);
call access.guard('careplans.acuity');
call audit.watch('careplans.acuity');
create trigger keep_agreed before insert or update or delete on careplans.acuity for each row execute function careplans.keep_agreed();

-- A review that need not be held by its day: why, and until when.
create table careplans.review_exemption (
    id        uuid primary key,
    client_id uuid not null references clients.client,
    plan_id   uuid not null references careplans.plan,
    until_day date not null,
    reason    text not null check (reason <> ''),
    noted_on  date not null check (until_day > noted_on),
    noted_by  uuid not null references access.account,
    ended_on  date
);
create index on careplans.review_exemption (client_id);
create index on careplans.review_exemption (plan_id) where ended_on is null;
call access.guard('careplans.review_exemption');
call audit.watch('careplans.review_exemption');

create index on careplans.plan ((coalesce(reviewed_on, agreed_on) + review_days)) where status = 'ACTIVE';
