-- Beds and slots of a service, one row each. Which claim holds one stands in its own row, so that taking it is one update of one row: never twice. No client stands here.
create table referrals.place (
    id         uuid primary key,
    service_id uuid        not null references directory.service,
    kind       text        not null check (kind in ('BED', 'SLOT')),
    name       text        not null check (name <> ''),
    starts_at  timestamptz check ((kind = 'SLOT') = (starts_at is not null)),
    held_by    uuid,
    held_until timestamptz check (held_by is not null or held_until is null),
    retired_at timestamptz,
    unique (service_id, name)
);
create index on referrals.place (service_id, name) where retired_at is null;

-- For whom a place is held (until then) or taken.
create table referrals.claim (
    id         uuid primary key,
    client_id  uuid        not null references clients.client,
    service_id uuid        not null,
    place_id   uuid        not null references referrals.place,
    place      text        not null,
    state      text        not null check (state in ('HELD', 'TAKEN', 'GIVEN_BACK')),
    held_until timestamptz,
    by         uuid        not null references access.account,
    at         timestamptz not null,
    ended_at   timestamptz check ((ended_at is not null) = (state = 'GIVEN_BACK'))
);
create index on referrals.claim (client_id, at desc);
create unique index on referrals.claim (place_id) where state = 'TAKEN';
call access.guard('referrals.claim');
call audit.watch('referrals.claim');

create table referrals.waiting (
    id         uuid primary key,
    client_id  uuid        not null references clients.client,
    service_id uuid        not null,
    since      timestamptz not null,
    urgent     boolean     not null,
    by         uuid        not null references access.account,
    ended_at   timestamptz,
    ended      text        check (ended in ('PLACED', 'LEFT') and (ended is null) = (ended_at is null))
);
create unique index on referrals.waiting (client_id, service_id) where ended_at is null;
create index on referrals.waiting (service_id, urgent desc, since) where ended_at is null;
create index on referrals.waiting (service_id, ended_at) where ended = 'PLACED';
call access.guard('referrals.waiting');
call audit.watch('referrals.waiting');

-- How many wait before somebody (the urgent first, then who waits longest), and how many were placed in ninety days: numbers about all, asked for one whom the asker reaches.
create function referrals.waiting_before(mine uuid) returns integer language sql stable security definer set search_path = pg_catalog as $$
    select count(*)::integer from referrals.waiting m join referrals.waiting o on o.service_id = m.service_id and o.ended_at is null and o.id <> m.id
        and (o.urgent, m.since, m.id) > (m.urgent, o.since, o.id)
    where m.id = mine and m.ended_at is null and access.reaches(m.client_id)
$$;
create function referrals.waiting_for(service uuid) returns integer language sql stable security definer set search_path = pg_catalog as $$
    select count(*)::integer from referrals.waiting o where o.service_id = service and o.ended_at is null
$$;
create function referrals.placed_lately(service uuid) returns integer language sql stable security definer set search_path = pg_catalog as $$
    select count(*)::integer from referrals.waiting o where o.service_id = service and o.ended = 'PLACED' and o.ended_at > now() - interval '90 days'
$$;

-- What came of an agency's referrals to each service in a year, as numbers: who reads them reaches few of the clients, and learns of none.
create function referrals.reality(since timestamptz) returns table (service_id uuid, service text, organization text, need text, sent integer, overdue integer, answered integer, median_days numeric,
    accepted integer, declined integer, causes jsonb, no_shows integer, met integer, partly integer, not_met integer, no_funds_streak integer)
language sql stable security definer set search_path = pg_catalog as $$
    with mine as (
        select r.id, r.service_id, r.service, r.organization, r.need, r.status, r.cause, r.outcome, r.sent_at, r.answer_days, a.at as answered_at, a.status as answer, a.cause as why
        from referrals.referral r
        join access.custody c on c.client_id = r.client_id and c.agency_id = access.agency()
        left join lateral (select s.at, s.status, s.cause from referrals.step s where s.referral_id = r.id and s.side = 'ORGANIZATION' and not s.undone order by s.at, s.id limit 1) a on true
        where r.sent_at > since and r.status <> 'ENTERED_IN_ERROR'
    ), streak as (
        select m.service_id, count(*)::integer as streak from (
            select x.service_id, x.why, row_number() over (partition by x.service_id order by x.answered_at desc, x.id desc) as turn,
                   min(case when x.answer = 'REJECTED' and x.why = 'NO_FUNDS' then null else 1 end) over (partition by x.service_id order by x.answered_at desc, x.id desc) as broken
            from mine x where x.answered_at is not null) m
        where m.broken is null group by m.service_id
    ), said as (
        select m.service_id, m.need, jsonb_object_agg(m.why, m.many) as causes
        from (select x.service_id, x.need, x.why, count(*)::integer as many from mine x where x.answer = 'REJECTED' and x.why is not null group by 1, 2, 3) m group by 1, 2
    )
    select m.service_id, (array_agg(m.service order by m.sent_at desc))[1], (array_agg(m.organization order by m.sent_at desc))[1], m.need, count(*)::integer,
           count(*) filter (where m.status = 'REQUESTED' and m.sent_at < now() - make_interval(days => 3 * m.answer_days))::integer,
           count(m.answered_at)::integer,
           round((percentile_cont(0.5) within group (order by extract(epoch from m.answered_at - m.sent_at) / 86400))::numeric, 1),
           count(*) filter (where m.answer is not null and m.answer <> 'REJECTED')::integer, count(*) filter (where m.answer = 'REJECTED')::integer,
           coalesce((select s.causes from said s where s.service_id = m.service_id and s.need = m.need), '{}'),
           count(*) filter (where m.cause = 'NO_SHOW')::integer,
           count(*) filter (where m.outcome = 'MET')::integer, count(*) filter (where m.outcome = 'PARTLY')::integer, count(*) filter (where m.outcome = 'NOT_MET')::integer,
           coalesce((select k.streak from streak k where k.service_id = m.service_id), 0)
    from mine m group by m.service_id, m.need
$$;
revoke execute on function referrals.waiting_before(uuid), referrals.waiting_for(uuid), referrals.placed_lately(uuid), referrals.reality(timestamptz) from public;
grant execute on function referrals.waiting_before(uuid), referrals.waiting_for(uuid), referrals.placed_lately(uuid), referrals.reality(timestamptz) to casebridge_app, casebridge_wide;
