-- Who a person is. What has many values (names, addresses, phones, identifiers) stands in tables of its own, in the order it is shown.
alter table clients.client
    add column born_on        date check (born_on >= date '1850-01-01'),
    add column born_estimated boolean not null default false,
    add column sex            text check (sex in ('FEMALE', 'MALE', 'ANOTHER', 'UNKNOWN')),
    add column gender         text not null default '',
    add column pronouns       text not null default '',
    add column languages      text[] not null default '{}',
    add column interpreter    text check (interpreter in ('NOT_NEEDED', 'SPOKEN', 'SIGN')),
    add column races          text[] not null default '{}' check (races <@ array['AMERICAN_INDIAN_OR_ALASKA_NATIVE', 'ASIAN', 'BLACK_OR_AFRICAN_AMERICAN',
        'HISPANIC_OR_LATINO', 'MIDDLE_EASTERN_OR_NORTH_AFRICAN', 'NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER', 'WHITE', 'PREFERS_NOT_TO_ANSWER']),
    add column ethnicity      text not null default '',
    add column culture        text not null default '',
    add column deceased       boolean not null default false,
    add column deceased_on    date check (deceased_on is null or deceased and (born_on is null or deceased_on >= born_on)),
    add column prefers        text check (prefers in ('CALL', 'TEXT', 'EMAIL', 'LETTER', 'IN_PERSON')),
    add column best_times     text not null default '',
    add column leave_message  text check (leave_message in ('YES', 'NO')),
    add column say_who        text check (say_who in ('YES', 'NO')),
    add column never          text[] not null default '{}' check (never <@ array['CALL', 'TEXT', 'EMAIL', 'LETTER', 'IN_PERSON']),
    add column contact_words  text not null default '',
    add column source         text check (source <> '');
create unique index on clients.client (source) where source is not null;
create index on clients.client (added_by, added_at desc);

create table clients.person_name (
    client_id uuid    not null references clients.client on delete cascade,
    place     integer not null,
    usage     text    not null check (usage in ('LEGAL', 'PREFERRED', 'BIRTH', 'FORMER', 'ALIAS')),
    given     text    not null,
    family    text    not null,
    suffix    text    not null,
    written   text    not null,
    until     date,
    primary key (client_id, place),
    check (given <> '' or family <> '' or written <> '')
);
call access.guard('clients.person_name');
call audit.watch('clients.person_name');

create table clients.contact_point (
    client_id uuid    not null references clients.client on delete cascade,
    place     integer not null,
    kind      text    not null check (kind in ('PHONE', 'EMAIL')),
    value     text    not null check (value <> ''),
    number    text,
    usage     text    not null check (usage in ('MOBILE', 'HOME', 'WORK', 'SOMEONE_ELSE', 'OTHER')),
    unsafe    boolean not null,
    note      text    not null,
    primary key (client_id, place)
);
call access.guard('clients.contact_point');
call audit.watch('clients.contact_point');

create table clients.address (
    client_id   uuid    not null references clients.client on delete cascade,
    place       integer not null,
    kind        text    not null check (kind in ('HOME', 'MAILING', 'TEMPORARY', 'NO_FIXED_ADDRESS', 'FORMER')),
    street      text    not null,
    city        text    not null,
    region      text    not null,
    postal_code text    not null,
    country     text    not null,
    words       text    not null,
    unsafe      boolean not null,
    primary key (client_id, place),
    check (kind = 'NO_FIXED_ADDRESS' or street <> '' or city <> '' or region <> '' or postal_code <> '' or words <> '')
);
call access.guard('clients.address');
call audit.watch('clients.address');

create table clients.identifier (
    client_id uuid    not null references clients.client on delete cascade,
    place     integer not null,
    kind      text    not null check (kind in ('SSN', 'MEDICAID', 'MEDICARE', 'DRIVER_LICENSE', 'PASSPORT', 'MEDICAL_RECORD', 'HMIS', 'OTHER')),
    system    text    not null,
    value     text    not null check (value <> ''),
    primary key (client_id, place)
);
call access.guard('clients.identifier');
call audit.watch('clients.identifier');

-- What a client can be found by, derived from the tables above: words of names (N), their inner parts (I), their sounds (S), digits of phones (P),
-- e-mails (E), birth dates (D), identifiers (X). Ordered bytewise, so that "from … to …" finds what begins with a text; these comparisons are leakproof,
-- so the row policies leave the index in use. The agency stands beside each, for the same reason.
create table clients.search_key (
    client_id uuid not null references clients.client on delete cascade,
    agency_id uuid not null references access.agency,
    kind      text not null check (kind in ('N', 'I', 'S', 'P', 'E', 'D', 'X')),
    token     text collate "C" not null check (token <> ''),
    primary key (client_id, kind, token)
);
create index on clients.search_key (agency_id, kind, token, client_id);
comment on table clients.search_key is 'derived';
alter table clients.search_key enable row level security;
create policy reach on clients.search_key to casebridge_app using (client_id = any (array(
    select r.client_id from access.reach r
    where r.account_id = (select access.actor()) and (r.until is null or r.until >= current_date))));
create policy custody on clients.search_key to casebridge_wide using (agency_id = (select access.agency()));

create function clients.follow_custody() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    update clients.search_key set agency_id = new.agency_id where client_id = new.client_id;
    return null;
end $$;
create trigger follow_custody after update of agency_id on access.custody for each row execute function clients.follow_custody();
