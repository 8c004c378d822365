-- A form of the agency that is not begun any more: why, by whom and when. What was begun with it is finished, what was completed stays; nothing is deleted. Ended when it is offered again.
create table assessments.form_withdrawal (
    id        uuid        primary key,
    form_id   uuid        not null,
    version   integer     not null,
    agency_id uuid        not null references access.agency,
    reason    text        not null check (reason <> ''),
    by        uuid        not null references access.account,
    at        timestamptz not null,
    ended_by  uuid        references access.account,
    ended_at  timestamptz,
    foreign key (form_id, version) references assessments.own_form (id, version),
    check ((ended_by is null) = (ended_at is null))
);
create unique index on assessments.form_withdrawal (form_id) where ended_at is null;
create index on assessments.form_withdrawal (agency_id);
call audit.watch('assessments.form_withdrawal');
