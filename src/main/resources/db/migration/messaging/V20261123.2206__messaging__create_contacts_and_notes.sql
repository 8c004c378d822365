create schema messaging;

-- An attempt or an interaction. It is a fact: never changed, only struck out as entered in error, with the reason.
create table messaging.contact (
    id          uuid primary key,
    client_id   uuid        not null references clients.client,
    at          timestamptz not null,
    mode        text        not null check (mode in ('PHONE', 'VIDEO', 'OFFICE', 'HOME_VISIT', 'ELSEWHERE', 'TEXT', 'EMAIL', 'LETTER')),
    direction   text        not null check (direction in ('OUTGOING', 'INCOMING')),
    party       text        not null check (party in ('CLIENT', 'SUPPORT', 'PROVIDER', 'OTHER')),
    who         text        not null check (party = 'CLIENT' or who <> ''),
    minutes     integer check (minutes between 0 and 1440),
    outcome     text        not null check (outcome in ('REACHED', 'LEFT_MESSAGE', 'NO_ANSWER', 'REFUSED', 'WRONG_NUMBER')),
    recorded_by uuid        not null references access.account,
    recorded_at timestamptz not null,
    struck_at   timestamptz,
    struck_by   uuid references access.account check ((struck_by is null) = (struck_at is null)),
    strike      text check ((strike is null) = (struck_at is null) and strike <> ''),
    unique (id, client_id)
);
create index on messaging.contact (client_id, at desc, id desc);
-- Who was reached when: the cadence asks it for every client of a worker.
create index on messaging.contact (client_id, at desc) where party = 'CLIENT' and outcome = 'REACHED' and struck_at is null;
call access.guard('messaging.contact');
call audit.watch('messaging.contact');

-- The one definition of reached and attempted, as messaging.Contact says it in Java.
create view messaging.reached with (security_invoker = true) as
    select id, client_id, at from messaging.contact where party = 'CLIENT' and outcome = 'REACHED' and struck_at is null;
create view messaging.attempted with (security_invoker = true) as
    select id, client_id, at from messaging.contact where party = 'CLIENT' and outcome <> 'REACHED' and struck_at is null;

-- What a contact was about, in words. Signed, its words stay; what is learnt later is added beside them.
create table messaging.note (
    id         uuid primary key,
    client_id  uuid        not null,
    contact_id uuid        not null unique,
    words      text        not null check (words <> ''),
    written_by uuid        not null references access.account,
    written_at timestamptz not null,
    signed_at  timestamptz check (signed_at >= written_at),
    version    integer     not null,
    unique (id, client_id),
    foreign key (contact_id, client_id) references messaging.contact (id, client_id)
);
create index on messaging.note (client_id);
create index on messaging.note (written_by, written_at) where signed_at is null;
call access.guard('messaging.note');
call audit.watch('messaging.note');

create table messaging.addendum (
    id        uuid primary key,
    client_id uuid        not null,
    note_id   uuid        not null,
    words     text        not null check (words <> ''),
    added_by  uuid        not null references access.account,
    added_at  timestamptz not null,
    foreign key (note_id, client_id) references messaging.note (id, client_id)
);
create index on messaging.addendum (client_id);
create index on messaging.addendum (note_id);
call access.guard('messaging.addendum');
call audit.watch('messaging.addendum');

-- The wall behind the rule: the words of a signed note never change.
create function messaging.keep_signed() returns trigger language plpgsql as $$
begin
    if old.signed_at is not null and new.signed_at is not null and new.words <> old.words then
        raise exception 'the words of a signed note do not change' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_signed before update on messaging.note for each row execute function messaging.keep_signed();
