-- Words of names, so that one misspelt finds the nearest of those that are there.
create extension if not exists pg_trgm;
create table directory.word (word text primary key check (word <> ''));
create index on directory.word using gin (word gin_trgm_ops);

insert into directory.word
select distinct lower(m[1])
from (select concat_ws(' ', s.name, s.alternate_name, o.name, o.alternate_name) as text
      from directory.service s join directory.organization o on o.id = s.organization_id
      union all select name from directory.attribute) t, regexp_matches(t.text, '([[:alpha:]]{4,40})', 'g') as m
on conflict do nothing;

-- How long one believes what a service of a kind said of its capacity: a bed is gone tomorrow, a class has room all term.
create table directory.decay (
    need  text primary key,
    days  integer not null check (days between 1 and 365),
    terms text not null
);
alter table directory.service
    add believe_days integer not null default 14 check (believe_days between 1 and 365),
    add checked_on   date,
    add checked_by   text;

create index on directory.language (lower(name));
create index on directory.required_document (about);
create index on directory.entry (changed_at, id) where kind = 'SERVICE';

-- Of two entries about one service, the one that was put away names the one that stays.
alter table directory.service add merged_into uuid references directory.service;
alter table directory.organization add merged_into uuid references directory.organization;
create index on directory.service (id) where merged_into is null;
