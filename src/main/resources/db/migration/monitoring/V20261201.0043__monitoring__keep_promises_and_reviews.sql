-- Which services of case management a contact gave (42 CFR 440.169(d)), for its units.
create table monitoring.given_service (
    contact_id uuid not null,
    service    text not null check (service in ('ASSESSMENT', 'PLANNING', 'REFERRAL', 'MONITORING', 'ADVOCACY', 'SUPPORT')),
    client_id  uuid not null,
    primary key (contact_id, service),
    foreign key (contact_id, client_id) references messaging.contact (id, client_id)
);
create index on monitoring.given_service (client_id);
call access.guard('monitoring.given_service');
call audit.watch('monitoring.given_service');

-- What was promised, by whom, until when; and what came of it. The owner is the worker who keeps it, or who asks after it when somebody else promised.
create table monitoring.promise (
    id         uuid primary key,
    client_id  uuid        not null references clients.client,
    contact_id uuid,
    words      text        not null check (words <> '' and length(words) <= 500),
    by         text        not null check (by in ('US', 'CLIENT', 'OTHER')),
    who        text        not null check ((by = 'OTHER') = (who <> '')),
    owner      uuid        not null references access.account,
    due_on     date        not null,
    status     text        not null check (status in ('OPEN', 'KEPT', 'BROKEN', 'RELEASED')),
    settled_on date check ((settled_on is null) = (status = 'OPEN')),
    reason     text check (status not in ('BROKEN', 'RELEASED') or reason <> ''),
    made_by    uuid        not null references access.account,
    made_at    timestamptz not null,
    version    integer     not null,
    foreign key (contact_id, client_id) references messaging.contact (id, client_id)
);
create index on monitoring.promise (client_id, due_on);
create index on monitoring.promise (owner, due_on) where status = 'OPEN';
create index on monitoring.promise (contact_id);
call access.guard('monitoring.promise');
call audit.watch('monitoring.promise');

-- What a supervisor says of a signed note: a comment, an affirmation, or a question that its writer answers.
create table monitoring.review (
    id          uuid primary key,
    client_id   uuid        not null,
    note_id     uuid        not null,
    kind        text        not null check (kind in ('COMMENT', 'AFFIRMATION', 'QUESTION')),
    words       text        not null check (words <> ''),
    by          uuid        not null references access.account,
    at          timestamptz not null,
    answer      text check (kind = 'QUESTION' or answer is null),
    answered_by uuid references access.account check ((answered_by is null) = (answer is null)),
    answered_at timestamptz check ((answered_at is null) = (answer is null)),
    foreign key (note_id, client_id) references messaging.note (id, client_id)
);
create index on monitoring.review (client_id);
create index on monitoring.review (note_id);
call access.guard('monitoring.review');
call audit.watch('monitoring.review');

-- Whose notes need a second signature: of a worker who holds none of these credentials in force. An agency without a row asks for none.
create table monitoring.cosign_rule (
    agency_id uuid primary key references access.agency,
    kinds     text[]      not null check (kinds <> '{}'),
    set_by    uuid        not null references access.account,
    set_at    timestamptz not null
);
call audit.watch('monitoring.cosign_rule');

-- A signed note that needs, or has, its second signature. Kept from the moment it was signed, so that a rule that changes later changes nothing about it.
create table monitoring.cosignature (
    note_id   uuid primary key,
    client_id uuid        not null,
    author    uuid        not null references access.account,
    why       text[]      not null,
    asked_at  timestamptz not null,
    by        uuid references access.account check (by <> author),
    at        timestamptz check ((at is null) = (by is null)),
    foreign key (note_id, client_id) references messaging.note (id, client_id)
);
create index on monitoring.cosignature (client_id);
create index on monitoring.cosignature (author) where by is null;
call access.guard('monitoring.cosignature');
call audit.watch('monitoring.cosignature');

-- When somebody last read a client's "since you last looked".
create table monitoring.looked (
    account_id uuid        not null references access.account,
    client_id  uuid        not null references clients.client,
    at         timestamptz not null,
    primary key (account_id, client_id)
);
create index on monitoring.looked (client_id);
call access.guard('monitoring.looked');
call audit.watch('monitoring.looked');
