-- An agency moves the cut-offs of an instrument only by a new version with its first day; bounds are where the second and later bands begin.
create table assessments.cut_off (
    id         uuid primary key,
    agency_id  uuid        not null references access.agency,
    instrument text        not null check (instrument <> ''),
    version    integer     not null check (version > 0),
    applies_from date      not null,
    bounds     integer[]   not null check (cardinality(bounds) > 0),
    reason     text        not null check (reason <> ''),
    set_by     uuid        not null references access.account,
    set_at     timestamptz not null,
    unique (agency_id, instrument, version),
    unique (agency_id, instrument, applies_from)
);
call audit.watch('assessments.cut_off');

-- The version a score was made with; none means the published one.
alter table assessments.assessment add column cut_off uuid references assessments.cut_off;

-- Who read and confirmed the terms of an instrument whose words may be held only then, and which text that was.
create table assessments.terms (
    id           uuid primary key,
    agency_id    uuid        not null references access.agency,
    instrument   text        not null check (instrument <> ''),
    text_read    text        not null check (text_read <> ''),
    confirmed_by uuid        not null references access.account,
    confirmed_at timestamptz not null,
    unique (agency_id, instrument)
);
call audit.watch('assessments.terms');
