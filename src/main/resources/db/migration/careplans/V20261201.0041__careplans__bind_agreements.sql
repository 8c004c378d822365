-- What a client's agreement, or refusal, was given to: hash is the SHA-256 of what the version says.
create table careplans.signature (
    id           uuid primary key,
    client_id    uuid not null references clients.client,
    plan_id      uuid not null references careplans.plan on delete cascade,
    signer       text not null check (signer in ('CLIENT', 'GUARDIAN', 'SUPPORT', 'WORKER', 'OTHER')),
    name         text not null check (name <> ''),
    kind         text not null check (kind in ('DRAWN', 'TYPED', 'PAPER', 'VERBAL', 'REFUSED')),
    strokes      text not null default '' check (strokes ~ '^(M[0-9]{1,3} [0-9]{1,3}(L[0-9]{1,3} [0-9]{1,3})*)*$'),
    document_id  uuid,
    words        text not null default '',
    on_day       date not null,
    follow_up_on date,
    hash         text not null check (hash ~ '^[0-9a-f]{64}$'),
    noted_by     uuid not null references access.account,
    noted_at     timestamptz not null,
    struck_on    date,
    strike       text check ((strike is null) = (struck_on is null)),
    check (kind <> 'DRAWN' or strokes <> ''),
    check (kind <> 'REFUSED' or words <> ''),
    check ((kind = 'PAPER') = (document_id is not null)),
    check ((kind = 'VERBAL') = (follow_up_on is not null) and follow_up_on >= on_day)
);
create index on careplans.signature (client_id);
create index on careplans.signature (plan_id);
call access.guard('careplans.signature');
call audit.watch('careplans.signature');

-- What the client said in their own words when asked what the plan means to them.
create table careplans.teach_back (
    plan_id   uuid primary key references careplans.plan on delete cascade,
    client_id uuid not null references clients.client,
    words     text not null check (words <> '')
);
create index on careplans.teach_back (client_id);
call access.guard('careplans.teach_back');
call audit.watch('careplans.teach_back');

-- Copies that were given: how, when, in which language.
create table careplans.copy (
    id        uuid primary key,
    client_id uuid not null references clients.client,
    plan_id   uuid not null references careplans.plan,
    how       text not null check (how in ('PRINT', 'EMAIL', 'READ_ALOUD')),
    on_day    date not null,
    language  text not null check (language <> ''),
    noted_by  uuid not null references access.account
);
create index on careplans.copy (client_id);
create index on careplans.copy (plan_id);
call access.guard('careplans.copy');
call audit.watch('careplans.copy');
