-- Whom an agency lets ask an instrument: whoever has one of these credentials, and the training of this name.
create table assessments.requirement (
    agency_id  uuid        not null references access.agency,
    instrument text        not null check (instrument <> ''),
    any_of     text[]      not null check (any_of <@ array['LCSW', 'LMSW', 'LPC', 'RN', 'CCM', 'ACM', 'CHW', 'ADC']),
    training   text        not null check (training <> '' or cardinality(any_of) > 0),
    set_by     uuid        not null references access.account,
    set_at     timestamptz not null,
    primary key (agency_id, instrument)
);
call audit.watch('assessments.requirement');
