-- What a version says, in another language, text by text, for the client's copy; what is agreed is the original.
create table careplans.translation (
    plan_id   uuid not null references careplans.plan on delete cascade,
    client_id uuid not null references clients.client,
    language  text not null check (language in ('en', 'es')),
    original  text not null check (original <> ''),
    words     text not null check (words <> ''),
    noted_by  uuid not null references access.account
);
create unique index on careplans.translation (plan_id, language, md5(original));
create index on careplans.translation (client_id);
call access.guard('careplans.translation');
call audit.watch('careplans.translation');
