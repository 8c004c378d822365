-- What a source told and what was written here by hand are kept apart, field by field; what holds is both, ours last. An import
-- changes what is told and never what was written here.
alter table directory.entry
    add told    jsonb,
    add here    jsonb not null default '{}' check (jsonb_typeof(here) = 'object'),
    add here_by uuid references access.account,
    add here_at timestamptz,
    add version integer not null default 0;
update directory.entry set told = said;
alter table directory.entry alter told set not null, add check (jsonb_typeof(told) = 'object'), drop said;
alter table directory.entry add said jsonb generated always as (told || here) stored;

-- By the code list of needs, beside the terms of a source's own taxonomy.
alter table directory.attribute add need text;
create index on directory.attribute (need) where need is not null;

-- Where the place's ZIP code is, when nobody told its coordinates.
alter table directory.location add approximate boolean not null default false;

-- Who wrote what by hand is noted; what an import brings names its source in the row itself.
create trigger audit_added after insert on directory.entry for each row when (new.here_by is not null) execute function audit.note();
create trigger audit_changed after update on directory.entry for each row when (new.here is distinct from old.here) execute function audit.note();
