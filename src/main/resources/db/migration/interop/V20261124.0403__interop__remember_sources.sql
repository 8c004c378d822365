create schema interop;

-- What the system that a client came from said of them last, sealed (it holds numbers and addresses), so that a later import can tell
-- what the source changed from what was edited here; and the parts where both differ and somebody must decide.
create table interop.source_record (
    client_id uuid primary key references clients.client on delete cascade,
    told      bytea       not null,
    told_at   timestamptz not null,
    differs   text[]      not null default '{}'
);
call access.guard('interop.source_record');
call audit.watch('interop.source_record');
