-- A record opened without a relation, in an emergency: why, for how long, and for Part 2 rows what 42 CFR 2.51(c) wants written down. Who disclosed is the account, when is opened_at.
create table oversight.emergency (
    id          uuid primary key,
    subject     uuid        not null,
    account     uuid        not null references access.account,
    reason      text        not null check (reason in ('LIFE_AT_RISK', 'MEDICAL', 'CHILD_AT_RISK', 'ADULT_AT_RISK', 'COVERING')),
    words       text        not null check (words <> ''),
    opened_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > opened_at and ends_at <= opened_at + interval '3 hours'),
    ended_at    timestamptz check (ended_at >= opened_at),
    part2       boolean     not null,
    personnel   text        not null,
    affiliation text        not null,
    nature      text        not null,
    check (not part2 or reason = 'MEDICAL' and personnel <> '' and affiliation <> '' and nature <> '')
);
create index on oversight.emergency (opened_at desc);
create index on oversight.emergency (account, subject) where ended_at is null;
alter table oversight.emergency enable row level security;
create policy kept on oversight.emergency to casebridge_app, casebridge_wide using (
    account = (select access.actor()) or (select a.role from access.account a where a.id = (select access.actor())) in ('PRIVACY_OFFICER', 'MACHINE'));
revoke delete on oversight.emergency from casebridge_app, casebridge_wide;
call audit.watch('oversight.emergency');

-- The privacy officer is told in the same moment.
alter table oversight.alert drop constraint alert_kind_check;
alter table oversight.alert add constraint alert_kind_check check (kind in ('OWN_RECORD', 'COLLEAGUE', 'HOUSEHOLD', 'ADDRESS', 'SURNAME', 'MANY', 'NIGHT', 'EMERGENCY'));
create function oversight.tell_of_emergency() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into oversight.alert (id, kind, account, subject, day, raised_at)
    values (new.id, 'EMERGENCY', new.account, new.subject, (new.opened_at at time zone (
        select g.zone from access.account a join access.agency g on g.id = a.agency_id where a.id = new.account))::date, new.opened_at)
    on conflict do nothing;
    return null;
end $$;
create trigger tell_of_emergency after insert on oversight.emergency for each row execute function oversight.tell_of_emergency();

-- Who has exactly this name and birth date, or exactly this number, among all of the agency: their key, for who opens the record with the next statement. Two at most, so that
-- one knows whether it is clear who is meant.
create function oversight.exactly(names text[], born text, number text, part2 boolean) returns table (value uuid) language sql stable security definer set search_path = pg_catalog as $$
    select k.client_id from clients.search_key k
    where k.agency_id = access.agency() and (part2 or k.segment is null)
      and (number <> '' and k.kind = 'X' and k.token = number
           or number = '' and cardinality(names) > 1 and k.kind = 'D' and k.token = born and not exists (
               select from unnest(names) n where not exists (select from clients.search_key s where s.client_id = k.client_id and s.kind = 'N' and s.token = n)))
    limit 2
$$;
revoke execute on function oversight.exactly from public;
grant execute on function oversight.exactly to casebridge_app, casebridge_wide;
