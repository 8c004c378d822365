-- Why a record is restricted, since when, by whom, and when that is looked at again. Whether it is restricted stands in access.custody, and who may open it in access.named.
create table oversight.restriction (
    id            uuid primary key,
    client_id     uuid        not null references clients.client,
    reason        text        not null check (reason in ('STAFF', 'PUBLIC', 'DANGER', 'OTHER')),
    words         text        not null check (words <> ''),
    look_again_on date        not null,
    marked_at     timestamptz not null,
    marked_by     uuid        not null references access.account,
    lifted_at     timestamptz check (lifted_at >= marked_at),
    lifted_by     uuid        references access.account,
    lifted_words  text        not null default '',
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_words = ''))
);
create unique index on oversight.restriction (client_id) where lifted_at is null;
create index on oversight.restriction (client_id);
call access.guard('oversight.restriction');
call audit.watch('oversight.restriction');
revoke delete on oversight.restriction from casebridge_app, casebridge_wide;
