-- The goal of the client's plan that an issue serves.
alter table advocacy.issue add column goal_id uuid;
alter table advocacy.issue add foreign key (goal_id, client_id) references careplans.goal (id, client_id);
create index on advocacy.issue (goal_id) where goal_id is not null;
