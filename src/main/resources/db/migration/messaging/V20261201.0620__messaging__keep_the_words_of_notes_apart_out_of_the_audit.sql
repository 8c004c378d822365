-- What is added to a note that is kept apart says so itself, as the note does, so that the log holds its words no more than the note's.
alter table messaging.addendum add column apart text check (apart in ('SUD_NOTES', 'THERAPY_NOTES'));
update messaging.addendum a set apart = n.apart from messaging.note n where n.id = a.note_id and n.apart is not null;

create function messaging.inherit_apart() returns trigger language plpgsql as $$
begin
    new.apart := (select n.apart from messaging.note n where n.id = new.note_id);
    return new;
end $$;
create trigger inherit_apart before insert on messaging.addendum for each row execute function messaging.inherit_apart();
