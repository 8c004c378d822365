create schema consent;

-- Who may share what with whom, for what, until when. The elements are those of 42 CFR 2.31(a); the rules of each stand in consent.Consent, the plainest of them here too.
create table consent.consent (
    id              uuid primary key,
    client_id       uuid        not null references clients.client,
    classes         text[]      not null check (classes <> '{}' and classes <@ array['GENERAL', 'PART2', 'SUD_NOTES', 'DV_LOCATION', 'HIV', 'THERAPY_NOTES']),
    parts           text[]      not null check (parts <> '{}'),
    described       text        not null,
    discloser       text        not null check (discloser <> ''),
    recipient_kind  text        not null check (recipient_kind in ('ORGANIZATION', 'PERSON', 'TREATING')),
    organization_id uuid,
    recipient       text        not null check (recipient <> ''),
    address         text        not null,
    intermediary    boolean     not null default false,
    members         text        not null default '' check (not intermediary or members <> ''),
    purposes        text[]      not null check (purposes <> '{}'),
    purpose_words   text        not null,
    starts_on       date        not null,
    expires_on      date        check (expires_on >= starts_on),
    expires_when    text        not null default '',
    happened_on     date        check (happened_on is null or expires_when <> ''),
    open_ended      boolean     not null default false,
    revoke_how      text        not null,
    may_pass_on     boolean     not null default false,
    refusal_means   text        not null default '',
    signature       text        not null check (signature in ('DRAWN', 'TYPED', 'PAPER', 'VERBAL')),
    strokes         text        not null default '' check ((strokes <> '') = (signature = 'DRAWN')),
    paper_kept      text        not null default '',
    witness         text        not null default '' check (signature <> 'VERBAL' or witness <> ''),
    signer          text        not null check (signer in ('CLIENT', 'MINOR', 'PARENT', 'GUARDIAN', 'REPRESENTATIVE')),
    signed_by       text        not null check (signed_by <> ''),
    authority       text        not null default '' check (authority <> '' or signer in ('CLIENT', 'MINOR')),
    minor_alone     boolean     not null default false,
    also_signed     text        not null default '',
    signed_on       date        not null,
    language        text        not null check (language <> ''),
    interpreter     text        not null default '',
    recorded_at     timestamptz not null,
    recorded_by     uuid        not null references access.account,
    replaces        uuid        references consent.consent,
    replaced_at     timestamptz,
    version         integer     not null default 0,
    check (signature <> 'VERBAL' or classes = array['GENERAL']),
    check (classes = array['SUD_NOTES'] or not classes @> array['SUD_NOTES']),
    check (classes = array['THERAPY_NOTES'] or not classes @> array['THERAPY_NOTES']),
    check (expires_on is not null or expires_when <> '' or open_ended)
);
create index on consent.consent (client_id, recorded_at desc);
create index on consent.consent (expires_on) where expires_on is not null and replaced_at is null;
call access.guard('consent.consent');
call audit.watch('consent.consent');

-- Taken back, wholly or by part; from the next request on. Never taken out again: a new consent is a new one.
create table consent.revocation (
    id         uuid primary key,
    client_id  uuid        not null references clients.client,
    consent_id uuid        not null references consent.consent,
    whole      boolean     not null,
    classes    text[]      not null,
    parts      text[]      not null,
    said_by    text        not null check (said_by <> ''),
    how        text        not null check (how in ('WRITTEN', 'SPOKEN')),
    words      text        not null,
    at         timestamptz not null,
    by         uuid        not null references access.account,
    check (whole or classes <> '{}' or parts <> '{}')
);
create index on consent.revocation (client_id, consent_id);
call access.guard('consent.revocation');
call audit.watch('consent.revocation');

-- A row of any table that is more than the general record, as a worker marked it.
create table consent.label (
    client_id  uuid        not null references clients.client,
    row_id     uuid        not null,
    data_class text        not null check (data_class in ('PART2', 'SUD_NOTES', 'DV_LOCATION', 'HIV', 'THERAPY_NOTES')),
    at         timestamptz not null,
    by         uuid        not null references access.account,
    primary key (client_id, row_id, data_class)
);
call access.guard('consent.label');
call audit.watch('consent.label');

-- Each leaving of information: 45 CFR 164.528(b)(2), 42 CFR 2.25.
create table consent.disclosure (
    id              uuid primary key,
    client_id       uuid        not null references clients.client,
    at              timestamptz not null,
    by              uuid        not null references access.account,
    organization_id uuid,
    recipient_kind  text        not null check (recipient_kind in ('ORGANIZATION', 'PERSON', 'CLIENT')),
    recipient       text        not null check (recipient <> ''),
    address         text        not null,
    standing        text        not null,
    purpose         text        not null,
    purpose_words   text        not null,
    basis           text        not null,
    authority       text        not null,
    request         text        not null,
    channel         text        not null check (channel in ('PDF', 'PRINT', 'CSV', 'FHIR', 'PARTNER', 'EMAIL', 'ELSEWHERE')),
    parts           text[]      not null check (parts <> '{}'),
    pieces          integer     not null check (pieces > 0),
    what            text        not null,
    part2           boolean     not null,
    consents        uuid[]      not null,
    silent_until    date,
    check (basis <> 'CONSENT' or consents <> '{}')
);
create index on consent.disclosure (client_id, at desc);
call access.guard('consent.disclosure');
call audit.watch('consent.disclosure');
-- What left cannot be made not to have left. Only a running export adds to its own row.
revoke delete on consent.disclosure, consent.revocation from casebridge_app, casebridge_wide;
revoke update on consent.revocation from casebridge_app, casebridge_wide;

-- The rows about a client that belong to the segment of a Part 2 programme, whatever table they stand in, as far as the asker sees them. Asked of the catalogue, so that no new
-- table can be forgotten.
create function consent.segmented(client uuid) returns table (row_id uuid, segment uuid) language plpgsql stable as $$
declare
    place record;
begin
    if not exists (select from access.segment_client s where s.client_id = client) then
        return;
    end if;
    for place in
        select c.oid::regclass as name, case when c.oid = 'clients.client'::regclass then 'id' else 'client_id' end as about
        from pg_class c
        where c.relkind in ('r', 'p') and c.relnamespace not in ('access'::regnamespace, 'audit'::regnamespace, 'consent'::regnamespace)
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'segment' and not a.attisdropped)
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype and not a.attisdropped)
          and (c.oid = 'clients.client'::regclass or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped))
    loop
        return query execute format('select t.id, t.segment from %s t where t.%I = $1 and t.segment is not null', place.name, place.about) using client;
    end loop;
end $$;
