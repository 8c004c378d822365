create schema monitoring;

-- Which goals of the plan a contact served. What was reached of them in it stands in careplans.progress.
create table monitoring.served_goal (
    contact_id uuid not null,
    goal_id    uuid not null,
    client_id  uuid not null,
    primary key (contact_id, goal_id),
    foreign key (contact_id, client_id) references messaging.contact (id, client_id),
    foreign key (goal_id, client_id) references careplans.goal (id, client_id)
);
create index on monitoring.served_goal (client_id);
create index on monitoring.served_goal (goal_id);
call access.guard('monitoring.served_goal');
call audit.watch('monitoring.served_goal');
