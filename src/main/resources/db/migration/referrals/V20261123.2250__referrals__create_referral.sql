create schema referrals;

-- A request that an organization serve a client. Names are kept as they were when it was sent; status follows the Gravity task states.
create table referrals.referral (
    id                uuid primary key,
    client_id         uuid        not null references clients.client,
    worker            uuid        not null references access.account,
    service_id        uuid        not null,
    organization_id   uuid        not null,
    service           text        not null check (service <> ''),
    organization      text        not null check (organization <> ''),
    need              text        not null,
    goal_id           uuid,
    asked             text        not null check (asked <> ''),
    urgency           text        not null check (urgency in ('ROUTINE', 'URGENT')),
    shared            text        not null,
    reach_by          text        not null,
    agreed_on         date        not null,
    live              boolean     not null,
    status            text        not null check (status in ('REQUESTED', 'ACCEPTED', 'REJECTED', 'ON_HOLD', 'IN_PROGRESS', 'CANCELLED', 'COMPLETED', 'FAILED', 'ENTERED_IN_ERROR')),
    reason            text        not null,
    sent_at           timestamptz not null,
    seen_at           timestamptz,
    changed_at        timestamptz not null,
    noted             boolean     not null default false,
    outcome           text        check (outcome in ('MET', 'PARTLY', 'NOT_MET')),
    outcome_on        date        check ((outcome_on is null) = (outcome is null)),
    outcome_words     text,
    version           integer     not null,
    check (outcome is null or status in ('COMPLETED', 'FAILED')),
    check (reason <> '' or status not in ('REJECTED', 'ON_HOLD', 'CANCELLED', 'FAILED', 'ENTERED_IN_ERROR'))
);
create index on referrals.referral (client_id, sent_at desc);
create index on referrals.referral (worker, changed_at)
    where outcome is null and status not in ('CANCELLED', 'ENTERED_IN_ERROR') and not (status = 'REJECTED' and noted);
create index on referrals.referral (organization_id, sent_at desc) where live;
call access.guard('referrals.referral');
call audit.watch('referrals.referral');

-- Every step of a referral, also those taken back: who did it, for which side, and why.
create table referrals.step (
    id          uuid primary key,
    client_id   uuid        not null references clients.client,
    referral_id uuid        not null references referrals.referral,
    at          timestamptz not null,
    by          uuid        not null references access.account,
    side        text        not null check (side in ('REQUESTER', 'ORGANIZATION')),
    status      text        not null,
    words       text        not null,
    undone      boolean     not null default false
);
create index on referrals.step (referral_id, at);
call access.guard('referrals.step');
call audit.watch('referrals.step');
