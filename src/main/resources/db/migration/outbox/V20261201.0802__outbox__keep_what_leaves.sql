create schema outbox;

-- What leaves for a client by text message or e-mail: kept until it was sent, and after. Nothing is sent before its time, nothing after it is of no use any more, and each try is counted before it is made.
create table outbox.message (
    id            uuid primary key,
    client_id     uuid        not null references clients.client,
    about         uuid        not null,
    kind          text        not null check (kind in ('REMINDER', 'SERVICES')),
    channel       text        not null check (channel in ('TEXT', 'EMAIL')),
    recipient     text        not null check (recipient <> ''),
    subject       text        not null,
    words         text        not null check (words <> ''),
    not_before    timestamptz not null,
    useless_after timestamptz not null check (useless_after > not_before),
    status        text        not null check (status in ('WAITING', 'SENT', 'TAKEN_BACK', 'NOT_SENT')),
    why           text check ((why is not null) = (status = 'NOT_SENT')),
    tries         integer     not null default 0,
    next_try_at   timestamptz not null,
    asked_by      uuid        not null references access.account,
    asked_at      timestamptz not null,
    settled_at    timestamptz check ((settled_at is null) = (status = 'WAITING'))
);
create index on outbox.message (next_try_at) where status = 'WAITING';
create index on outbox.message (client_id, about);
create index on outbox.message (asked_by, useless_after) where status = 'NOT_SENT';
call access.guard('outbox.message');
call audit.watch('outbox.message');

-- Hands the house itself what is due, each to one server only, with what is safe for the client now: whether the way is forbidden or the phone shared, and from when until when one may text.
create function outbox.take(at timestamptz, most integer)
returns table (id uuid, channel text, recipient text, subject text, words text, useless_after timestamptz, tries integer, forbidden boolean, shared boolean, from_at time, until_at time, zone text)
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if access.actor() is distinct from '00000000-0000-7000-8000-000000000002' then
        raise exception 'Only the house itself sends.';
    end if;
    return query
        with due as (
            select m.id from outbox.message m where m.status = 'WAITING' and m.next_try_at <= at order by m.next_try_at, m.id limit most for update skip locked
        ), taken as (
            update outbox.message m set tries = m.tries + 1, next_try_at = at + least(interval '1 hour', interval '1 minute' * power(2, least(m.tries, 8)))
            from due where m.id = due.id returning m.*
        )
        select t.id, t.channel, t.recipient, t.subject, t.words, t.useless_after, t.tries,
               c.never @> array[t.channel] or exists (select from clients.contact_point p where p.client_id = t.client_id and p.unsafe and (p.number = t.recipient or p.value = t.recipient))
                   or not exists (select from clients.contact_point p where p.client_id = t.client_id and (p.number = t.recipient or p.value = t.recipient)),
               coalesce(r.shared_phone, false), r.from_at, r.until_at, a.zone
        from taken t join clients.client c on c.id = t.client_id join access.custody u on u.client_id = t.client_id join access.agency a on a.id = u.agency_id
        left join messaging.safe_rule r on r.client_id = t.client_id;
end $$;

-- What became of one that was taken; one that waits is tried again at that time.
create function outbox.settle(message uuid, became text, reason text, again timestamptz, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if access.actor() is distinct from '00000000-0000-7000-8000-000000000002' then
        raise exception 'Only the house itself sends.';
    end if;
    update outbox.message m set status = became, why = reason, next_try_at = coalesce(again, m.next_try_at), settled_at = case when became = 'WAITING' then null else at end
    where m.id = message and m.status = 'WAITING';
end $$;
revoke execute on function outbox.take(timestamptz, integer), outbox.settle(uuid, text, text, timestamptz, timestamptz) from public;
grant execute on function outbox.take(timestamptz, integer), outbox.settle(uuid, text, text, timestamptz, timestamptz) to casebridge_app, casebridge_wide;
