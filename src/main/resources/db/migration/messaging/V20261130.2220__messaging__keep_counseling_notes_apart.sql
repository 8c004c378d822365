-- Notes of a counseling or therapy session that are kept apart from the record (42 CFR 2.11 "SUD counseling notes", 45 CFR 164.501 "psychotherapy notes"): read by whoever wrote them and by nobody else, whatever
-- their role and however they reach the client. Others see the contact and no note.
alter table messaging.note add column apart text check (apart in ('SUD_NOTES', 'THERAPY_NOTES'));
create policy apart on messaging.note as restrictive to casebridge_app, casebridge_wide using (apart is null or written_by = (select access.actor()));
create policy apart on messaging.addendum as restrictive to casebridge_app, casebridge_wide using (exists (select from messaging.note n where n.id = addendum.note_id));

-- Neither does a note leave by becoming a common one.
create or replace function messaging.keep_signed() returns trigger language plpgsql as $$
begin
    if old.signed_at is not null and new.signed_at is not null and new.words <> old.words then
        raise exception 'the words of a signed note do not change' using errcode = 'check_violation';
    end if;
    if new.apart is distinct from old.apart then
        raise exception 'a note that is kept apart stays so' using errcode = 'check_violation';
    end if;
    return new;
end $$;
