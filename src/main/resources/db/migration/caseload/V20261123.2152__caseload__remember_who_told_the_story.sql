-- Who did what the line tells; null for what was imported or seeded. My day leaves out what one did oneself.
alter table caseload.story add column told_by uuid references access.account;
