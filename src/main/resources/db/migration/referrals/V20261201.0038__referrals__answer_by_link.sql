-- Why an answer is no, by a list that can be counted; by when it is due (working days, as the service agreed); whom else it is for; what it stands in for or is a part of; the call that hands it over.
alter table referrals.referral
    add cause       text    check (cause in ('NO_FUNDS', 'FULL', 'NOT_ELIGIBLE', 'OUT_OF_AREA', 'WRONG_SERVICE', 'CANNOT_REACH', 'NO_SHOW', 'CLIENT_DECLINED', 'PAPERS_MISSING', 'ELSEWHERE', 'OTHER')),
    add answer_days integer not null default 2 check (answer_days between 1 and 60),
    add for_whom    text    not null default '',
    add instead_of  uuid,
    add part_of     uuid,
    add handoff_at  timestamptz;
update referrals.referral set answer_days = case urgency when 'URGENT' then 1 else 3 end;
do $$
begin
    execute (select format('alter table referrals.referral drop constraint %I', conname) from pg_constraint
             where conrelid = 'referrals.referral'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%reason%');
end $$;
alter table referrals.referral add constraint referral_no_without_why
    check (reason <> '' or cause is not null or status not in ('REJECTED', 'ON_HOLD', 'CANCELLED', 'FAILED', 'ENTERED_IN_ERROR'));
create index on referrals.referral (service_id, sent_at desc);
alter table referrals.step
    add cause  text,
    add signed text not null default '';

-- Within how many working days a service agreed to answer; without a row, two.
create table referrals.service_level (
    service_id   uuid        primary key references directory.service,
    working_days integer     not null check (working_days between 1 and 60),
    set_by       uuid        not null references access.account,
    set_at       timestamptz not null
);

-- What either side asks or tells the other beside the states.
create table referrals.message (
    id          uuid primary key,
    client_id   uuid        not null references clients.client,
    referral_id uuid        not null references referrals.referral,
    at          timestamptz not null,
    by          uuid        not null references access.account,
    side        text        not null check (side in ('REQUESTER', 'ORGANIZATION')),
    signed      text        not null,
    words       text        not null check (words <> '')
);
create index on referrals.message (referral_id, at);
call access.guard('referrals.message');
call audit.watch('referrals.message');

-- What goes along with a referral, piece by piece as it was when it was sent: the consents that stand when it is read decide again.
create table referrals.packed (
    id          uuid primary key,
    client_id   uuid    not null references clients.client,
    referral_id uuid    not null references referrals.referral,
    place       integer not null,
    part        text    not null,
    row_id      uuid    not null,
    classes     text    not null,
    day         date,
    title       text    not null,
    lines       text    not null
);
create index on referrals.packed (referral_id, place);
call access.guard('referrals.packed');
call audit.watch('referrals.packed');

-- A partner without an account answers one referral by a link: an account of its own stands for whoever holds it, which nobody signs in to and which reaches that referral alone.
-- The key is the SHA-256 of the secret in the link, the code's that of secret and code together, so neither can be found from here.
create table referrals.link (
    id          uuid primary key,
    client_id   uuid        not null references clients.client,
    referral_id uuid        not null references referrals.referral,
    account_id  uuid        not null unique references access.account,
    made_by     uuid        not null references access.account,
    made_at     timestamptz not null,
    expires_at  timestamptz not null check (expires_at > made_at),
    ended_at    timestamptz
);
create unique index on referrals.link (referral_id) where ended_at is null;
call access.guard('referrals.link');
call audit.watch('referrals.link');

-- How it is opened, told to nobody: only the functions below read it.
create table referrals.link_key (
    link_id       uuid primary key references referrals.link,
    key           bytea       not null unique,
    code          bytea       not null,
    wrong         integer     not null default 0,
    opened        bytea,
    opened_until  timestamptz
);
revoke all on referrals.link_key from casebridge_app, casebridge_wide;

alter table access.account drop constraint account_role_check;
alter table access.account add constraint account_role_check
    check (role in ('CASE_MANAGER', 'INTAKE', 'SUPERVISOR', 'PRIVACY_OFFICER', 'ADMINISTRATOR', 'PARTNER', 'LINK', 'MACHINE'));

-- Ends what link there was, and makes a new one with its account. Refuses (null) a referral that is not this client's, and whoever does not reach them.
create function referrals.make_link(link uuid, answering uuid, whose uuid, sent uuid, called text, secret bytea, spoken bytea, until timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if access.reaches(whose) is not true or not exists (select from referrals.referral r where r.id = sent and r.client_id = whose) then
        return null;
    end if;
    perform referrals.end_link(whose, sent);
    insert into access.account (id, agency_id, username, name, role, language)
        select answering, c.agency_id, 'link-' || answering, called, 'LINK', 'en' from access.custody c where c.client_id = whose;
    insert into referrals.link (id, client_id, referral_id, account_id, made_by, made_at, expires_at) values (link, whose, sent, answering, access.actor(), now(), until);
    insert into referrals.link_key (link_id, key, code) values (link, secret, spoken);
    update referrals.referral set live = true where id = sent and not live;
    return link;
end $$;

create function referrals.end_link(whose uuid, sent uuid) returns integer
language sql security definer set search_path = pg_catalog as $$
    with gone as (
        update referrals.link l set ended_at = now() where l.referral_id = sent and l.client_id = whose and l.ended_at is null and access.reaches(whose) returning l.account_id
    ), shut as (
        update access.account a set disabled_at = now() from gone where a.id = gone.account_id
    ), out as (
        delete from access.reach h using gone where h.account_id = gone.account_id
    )
    select count(*)::integer from gone
$$;

-- Whether a link may still be opened: 'good', 'locked' after ten wrong codes, else null. Asked before anybody acts.
create function referrals.look_at_link(secret bytea) returns text
language sql stable security definer set search_path = pg_catalog as $$
    select case when k.wrong >= 10 then 'locked' else 'good' end
    from referrals.link_key k join referrals.link l on l.id = k.link_id
    where k.key = secret and l.ended_at is null and l.expires_at > now()
$$;

-- A try at the code, counted before it is looked at. 'good' opens it to whoever holds the pass for an hour.
create function referrals.try_link(secret bytea, spoken bytea, pass bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    found referrals.link_key;
begin
    update referrals.link_key k set wrong = k.wrong + 1 from referrals.link l
        where k.key = secret and l.id = k.link_id and l.ended_at is null and l.expires_at > now() and k.wrong < 10 returning k.* into found;
    if found.link_id is null then
        return coalesce(referrals.look_at_link(secret), 'gone');
    elsif found.code <> spoken then
        return case when found.wrong >= 10 then 'locked' else 'wrong' end;
    end if;
    update referrals.link_key k set wrong = 0, opened = pass, opened_until = now() + interval '1 hour' where k.link_id = found.link_id;
    return 'good';
end $$;

-- Whom the holder of a link and of the pass to it acts as.
create function referrals.opened_link(secret bytea, pass bytea) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
    select l.account_id from referrals.link_key k join referrals.link l on l.id = k.link_id
    where k.key = secret and k.opened = pass and k.opened_until > now() and l.ended_at is null and l.expires_at > now()
$$;

create function referrals.linked() returns uuid[]
language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
    return array(select l.referral_id from referrals.link l where l.account_id = access.actor() and l.ended_at is null and l.expires_at > now());
end $$;

revoke execute on function referrals.make_link(uuid, uuid, uuid, uuid, text, bytea, bytea, timestamptz), referrals.end_link(uuid, uuid), referrals.look_at_link(bytea),
    referrals.try_link(bytea, bytea, bytea), referrals.opened_link(bytea, bytea) from public;
grant execute on function referrals.make_link(uuid, uuid, uuid, uuid, text, bytea, bytea, timestamptz), referrals.end_link(uuid, uuid) to casebridge_app, casebridge_wide;

-- The role in PostgreSQL of whoever holds a link: less than a partner's, and of the one referral.
do $$
begin
    if not exists (select from pg_roles where rolname = 'casebridge_link') then
        create role casebridge_link nologin;
    end if;
    if current_setting('server_version_num')::int >= 160000 then
        execute 'grant casebridge_link to casebridge_app with inherit false'; -- text, as PostgreSQL 15 cannot even read it
    else
        grant casebridge_link to casebridge_app;
    end if;
end $$;
grant usage on schema access, audit, data, web, clients, consent, referrals, caseload to casebridge_link;
grant select on access.account, access.agency to casebridge_link;
grant select, insert on data.once to casebridge_link;
grant select on web.draft to casebridge_link;
grant insert (kind, what, client, others, record, fields, became, decision, reason) on audit.entry to casebridge_link;
grant select on sequence audit.epoch_number to casebridge_link;
grant select on clients.client, clients.person_name, clients.contact_point, clients.address, clients.identifier to casebridge_link;
grant select on consent.consent, consent.revocation, consent.label to casebridge_link;
grant select, insert, update on consent.disclosure to casebridge_link;
grant select, update on referrals.referral to casebridge_link;
grant select, insert on referrals.step, referrals.message to casebridge_link;
grant select on referrals.packed to casebridge_link;
grant insert on caseload.story to casebridge_link;
grant select (client_id, source) on caseload.story to casebridge_link;
-- Whoever is signed in on the machine on which a link is opened: it opens all the same.
grant execute on function referrals.look_at_link(bytea), referrals.try_link(bytea, bytea, bytea), referrals.opened_link(bytea, bytea) to casebridge_app, casebridge_wide, casebridge_partner, casebridge_link;
grant execute on function referrals.linked() to casebridge_link;
-- The same words to a partner with an account.
grant select, insert on referrals.message to casebridge_partner;
grant select on referrals.packed to casebridge_partner;

do $$
declare
    it record;
begin
    for it in select place, client from (values ('clients.client', 'id'), ('clients.person_name', 'client_id'), ('clients.contact_point', 'client_id'), ('clients.address', 'client_id'),
            ('clients.identifier', 'client_id'), ('consent.consent', 'client_id'), ('consent.revocation', 'client_id'), ('consent.label', 'client_id'), ('consent.disclosure', 'client_id'),
            ('caseload.story', 'client_id')) as t (place, client) loop
        execute format('create policy link on %s to casebridge_link using (segment is null and %I = any ((select access.outside(false))::uuid[]))', it.place, it.client);
    end loop;
    for it in select place from (values ('referrals.step'), ('referrals.message'), ('referrals.packed')) as t (place) loop
        execute format('create policy link on %1$s to casebridge_link using (segment is null and exists (select from referrals.referral r where r.id = referral_id and r.client_id = %1$s.client_id))', it.place);
    end loop;
    for it in select place from (values ('referrals.message'), ('referrals.packed')) as t (place) loop
        execute format('create policy outside on %1$s to casebridge_partner using (exists (select from referrals.referral r where r.id = referral_id and r.client_id = %1$s.client_id))', it.place);
        execute format('create policy outside_segment on %s as restrictive to casebridge_partner using (segment is null or client_id = any ((select access.outside(true))::uuid[]))', it.place);
    end loop;
end $$;
create policy link on referrals.referral to casebridge_link using (
    segment is null and client_id = any ((select access.outside(false))::uuid[]) and live and status <> 'ENTERED_IN_ERROR' and id = any ((select referrals.linked())::uuid[]));
