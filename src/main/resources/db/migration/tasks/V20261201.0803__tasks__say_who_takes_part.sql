-- Whether the client takes part in an appointment about them: only then are they reminded of it.
alter table tasks.appointment add column with_client boolean not null default false;
alter table tasks.appointment add constraint appointment_of_a_client check (client_id is not null or not with_client);
