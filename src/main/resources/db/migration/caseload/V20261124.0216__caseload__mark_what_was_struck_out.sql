-- What was entered in error stays in the story, and says so.
alter table caseload.story add column struck boolean not null default false;
