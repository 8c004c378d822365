-- Answers that an agency wants acted on at once, beside those that are critical by their publisher's manual. A rule is ended, never changed: what was critical by it stays so.
create table assessments.critical_rule (
    id         uuid primary key,
    agency_id  uuid        not null references access.agency,
    instrument text        not null check (instrument <> ''),
    item       text        not null check (item <> ''),
    code       text        not null check (code <> ''),
    danger     text        not null check (danger in ('SUICIDE', 'VIOLENCE')),
    hours      integer     not null check (hours between 1 and 72),
    set_by     uuid        not null references access.account,
    set_at     timestamptz not null,
    ended_at   timestamptz
);
create unique index on assessments.critical_rule (agency_id, instrument, item, code) where ended_at is null;
call audit.watch('assessments.critical_rule');
