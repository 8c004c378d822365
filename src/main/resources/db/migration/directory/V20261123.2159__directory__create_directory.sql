create schema directory;

-- Whatever a directory names by an id of its own: from which source, under which id, and all that was said of it, in the shape
-- of HSDS 3 (docs.openreferral.org). The tables below are made from it, so a later import adds to what an earlier one said.
create table directory.entry (
    id         uuid primary key,
    kind       text        not null check (kind in ('ORGANIZATION', 'PROGRAM', 'SERVICE', 'LOCATION', 'SERVICE_AT_LOCATION', 'TAXONOMY', 'TAXONOMY_TERM')),
    source     text        not null check (source <> ''),
    source_id  text        not null check (source_id <> ''),
    said       jsonb       not null check (jsonb_typeof(said) = 'object'),
    changed_at timestamptz not null default now(),
    unique (source, kind, source_id)
);

create table directory.organization (
    id                uuid primary key references directory.entry,
    name              text not null check (name <> ''),
    alternate_name    text,
    description       text,
    email             text,
    website           text,
    tax_status        text,
    tax_id            text,
    year_incorporated text,
    legal_status      text,
    parent            uuid references directory.entry
);

create table directory.program (
    id              uuid primary key references directory.entry,
    organization_id uuid not null references directory.organization,
    name            text not null check (name <> ''),
    alternate_name  text,
    description     text
);

create table directory.service (
    id                  uuid primary key references directory.entry,
    organization_id     uuid not null references directory.organization,
    program_id          uuid references directory.program,
    name                text not null check (name <> ''),
    alternate_name      text,
    description         text,
    url                 text,
    email               text,
    status              text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
    interpretation      text,
    application_process text,
    fees                text,
    payments            text,
    wait_time           text,
    accreditations      text,
    licenses            text,
    alert               text,
    audience            text,
    eligibility         text,
    minimum_age         numeric,
    maximum_age         numeric,
    assured_on          date,
    modified_at         timestamptz,
    capacity            text check (capacity in ('CAPACITY', 'NO_CAPACITY', 'WAITLIST', 'ASSESSMENT_REQUIRED')),
    capacity_at         timestamptz check ((capacity_at is null) = (capacity is null)),
    words               tsvector not null default ''
);
create index on directory.service (organization_id);
create index on directory.service using gin (words);
create index on directory.service (name) where status = 'active';

create table directory.location (
    id              uuid primary key references directory.entry,
    organization_id uuid references directory.organization,
    kind            text not null check (kind in ('physical', 'postal', 'virtual')),
    name            text,
    alternate_name  text,
    description     text,
    transportation  text,
    url             text,
    latitude        double precision check (latitude between -90 and 90),
    longitude       double precision check (longitude between -180 and 180),
    check ((latitude is null) = (longitude is null))
);
create index on directory.location (latitude, longitude);

create table directory.service_at_location (
    id          uuid primary key references directory.entry,
    service_id  uuid not null references directory.service,
    location_id uuid not null references directory.location,
    description text
);
create index on directory.service_at_location (service_id);
create index on directory.service_at_location (location_id);

create table directory.taxonomy (
    id          uuid primary key references directory.entry,
    name        text not null check (name <> ''),
    description text,
    uri         text,
    version     text
);

create table directory.taxonomy_term (
    id          uuid primary key references directory.entry,
    taxonomy_id uuid references directory.taxonomy,
    taxonomy    text,
    code        text,
    name        text not null check (name <> ''),
    description text,
    parent      uuid references directory.entry,
    language    text,
    uri         text
);
create index on directory.taxonomy_term (code);

-- What belongs to one entry and has no life of its own. Place is the order in which the source lists it.
create table directory.attribute (
    about    uuid    not null references directory.entry,
    place    integer not null,
    term_id  uuid references directory.taxonomy_term,
    taxonomy text,
    name     text    not null check (name <> ''),
    primary key (about, place)
);
create index on directory.attribute (term_id);

create table directory.contact (
    about      uuid    not null references directory.entry,
    place      integer not null,
    name       text,
    title      text,
    department text,
    email      text,
    primary key (about, place)
);

create table directory.phone (
    about       uuid    not null references directory.entry,
    place       integer not null,
    number      text    not null check (number <> ''),
    extension   text,
    type        text,
    description text,
    contact     text,
    primary key (about, place)
);

create table directory.address (
    about          uuid    not null references directory.entry,
    place          integer not null,
    kind           text    not null check (kind in ('physical', 'postal', 'virtual')),
    attention      text,
    address_1      text,
    address_2      text,
    city           text,
    region         text,
    state_province text,
    postal_code    text,
    country        text,
    primary key (about, place)
);
create index on directory.address (postal_code);
create index on directory.address (lower(city));

-- HSDS 3 tells times by RFC 5545: freq, interval, byday, bymonthday. Closed rows (HSDS 1 and 2: holiday schedules) win over open ones.
create table directory.schedule (
    about       uuid    not null references directory.entry,
    place       integer not null,
    closed      boolean not null default false,
    valid_from  date,
    valid_to    date,
    dtstart     date,
    until       date,
    freq        text check (freq in ('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')),
    every       integer check (every > 0),
    byday       text,
    bymonthday  text,
    opens_at    time,
    closes_at   time,
    description text,
    notes       text,
    primary key (about, place)
);

create table directory.language (
    about uuid    not null references directory.entry,
    place integer not null,
    name  text    not null check (name <> ''),
    code  text,
    note  text,
    primary key (about, place)
);

create table directory.accessibility (
    about       uuid    not null references directory.entry,
    place       integer not null,
    description text    not null check (description <> ''),
    details     text,
    primary key (about, place)
);

create table directory.service_area (
    about       uuid    not null references directory.entry,
    place       integer not null,
    name        text    not null check (name <> ''),
    description text,
    primary key (about, place)
);

create table directory.required_document (
    about    uuid    not null references directory.entry,
    place    integer not null,
    document text    not null check (document <> ''),
    primary key (about, place)
);

create table directory.funding (
    about  uuid    not null references directory.entry,
    place  integer not null,
    source text    not null check (source <> ''),
    primary key (about, place)
);

create table directory.cost_option (
    about       uuid    not null references directory.entry,
    place       integer not null,
    valid_from  date,
    valid_to    date,
    option      text,
    currency    text,
    amount      numeric,
    description text,
    primary key (about, place)
);

create table directory.service_capacity (
    about       uuid    not null references directory.entry,
    place       integer not null,
    unit        text,
    available   numeric,
    maximum     numeric,
    description text,
    updated_at  timestamptz,
    primary key (about, place)
);

create table directory.organization_identifier (
    about      uuid    not null references directory.entry,
    place      integer not null,
    scheme     text,
    type       text,
    identifier text    not null check (identifier <> ''),
    primary key (about, place)
);

-- A partner account answers the referrals of an organization.
create table directory.partner (
    account_id      uuid not null references access.account,
    organization_id uuid not null references directory.organization,
    primary key (account_id, organization_id)
);
create index on directory.partner (organization_id);

-- The great circle's length on a sphere of 6371.0088 km (IUGG mean radius), by the haversine formula.
create function directory.km(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
returns double precision language sql immutable parallel safe as $$
    select 2 * 6371.0088 * asin(sqrt(least(1, sin(radians(lat2 - lat1) / 2) ^ 2
        + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)))
$$;
