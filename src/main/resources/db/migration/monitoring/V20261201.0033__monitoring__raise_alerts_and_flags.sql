-- An alert is a notice that ends by itself, with a priority; a flag stands until somebody takes it down. Both are read before one acts.
create table monitoring.mark (
    id         uuid primary key,
    client_id  uuid        not null references clients.client,
    kind       text        not null check (kind in ('ALERT', 'FLAG')),
    about      text        not null check (about in ('SAFETY_OF_STAFF', 'SAFETY_OF_CLIENT', 'MEDICAL', 'LEGAL', 'OTHER')),
    priority   text        not null check (priority in ('URGENT', 'NORMAL', 'LOW')),
    words      text        not null check (words <> ''),
    expires_on date check (kind = 'FLAG' or expires_on is not null),
    raised_by  uuid        not null references access.account,
    raised_at  timestamptz not null,
    ended_at   timestamptz,
    ended_by   uuid references access.account check ((ended_by is null) = (ended_at is null)),
    reason     text check ((reason is null) = (ended_at is null)),
    version    integer     not null
);
create index on monitoring.mark (client_id);
call access.guard('monitoring.mark');
call audit.watch('monitoring.mark');
