-- Colleagues who are invited to a case conference by their own name: it stands on their My day.
alter table careplans.conference add column told uuid[] not null default '{}';
create index on careplans.conference using gin (told) where status = 'PLANNED';
create index on careplans.conference (called_by, on_day) where status = 'PLANNED';
