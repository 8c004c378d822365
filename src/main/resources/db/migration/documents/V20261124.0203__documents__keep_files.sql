create schema documents;

-- A paper of a client's record. What was put in by mistake is struck with a reason and stays as a line.
create table documents.document (
    id            uuid primary key,
    client_id     uuid        not null references clients.client,
    title         text        not null check (title <> '' and length(title) <= 200),
    about         text        not null check (about in ('CONSENT', 'IDENTITY', 'INCOME', 'HOUSING', 'HEALTH', 'COURT', 'LETTER', 'OTHER')),
    kind          text        not null check (kind in ('PDF', 'JPEG', 'PNG', 'TEXT')),
    size          integer     not null check (size > 0),
    sha256        bytea       not null check (length(sha256) = 32),
    added_at      timestamptz not null,
    added_by      uuid        not null references access.account,
    struck_at     timestamptz,
    struck_by     uuid references access.account check ((struck_by is null) = (struck_at is null)),
    strike_reason text check ((strike_reason is null) = (struck_at is null) and strike_reason <> ''),
    unique (id, client_id)
);
create index on documents.document (client_id, added_at desc);
call access.guard('documents.document');
call audit.watch('documents.document');

-- The file itself. It is written once; its fingerprint stands in its document, which is watched, so the audit need not keep the bytes too.
create table documents.content (
    document_id uuid primary key,
    client_id   uuid  not null,
    bytes       bytea not null,
    foreign key (document_id, client_id) references documents.document (id, client_id)
);
alter table documents.content alter column bytes set storage external;
create index on documents.content (client_id);
call access.guard('documents.content');
create trigger audit after update or delete on documents.content for each row execute function audit.note();
revoke update, delete on documents.content from casebridge_app, casebridge_wide;
revoke delete on documents.document from casebridge_app, casebridge_wide;
