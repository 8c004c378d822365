-- Breaches of unsecured information, kept by the privacy officer: 45 CFR 164.400 to 164.414, and by 42 CFR 2.16 for substance use records too.
create table consent.breach (
    id             uuid primary key,
    agency_id      uuid        not null references access.agency,
    title          text        not null check (title <> ''),
    happened_on    date,
    discovered_on  date        not null,
    by_associate   boolean     not null,
    what           text        not null check (what <> ''),
    nature         text        not null default '',
    recipient      text        not null default '',
    acquired       text        not null default '',
    mitigated      text        not null default '',
    low            boolean,
    assessed_on    date,
    hhs_told_on    date,
    recorded_at    timestamptz not null,
    recorded_by    uuid        not null references access.account,
    version        integer     not null default 0,
    check (happened_on is null or happened_on <= discovered_on),
    check ((low is null) = (assessed_on is null)),
    check (low is null or nature <> '' and recipient <> '' and acquired <> '' and mitigated <> '')
);

-- Each affected client with the state they live in, and when they were told.
create table consent.breach_person (
    breach_id uuid    not null references consent.breach,
    client_id uuid    not null references clients.client,
    state     char(2) not null check (state ~ '^[A-Z]{2}$'),
    told_on   date,
    told_how  text    not null default '',
    primary key (breach_id, client_id)
);
call access.guard('consent.breach_person');
call audit.watch('consent.breach_person');

-- People of a state whom the record does not name (or not to the privacy officer), and when the media of that state were told.
create table consent.breach_state (
    breach_id    uuid    not null references consent.breach,
    state        char(2) not null check (state ~ '^[A-Z]{2}$'),
    others       integer not null default 0 check (others >= 0),
    told_on      date,
    media_told_on date,
    primary key (breach_id, state)
);

alter table consent.breach enable row level security;
create policy keeper on consent.breach to casebridge_app, casebridge_wide using (agency_id = (select access.agency()) and (select access.keeper()));
alter table consent.breach_state enable row level security;
create policy keeper on consent.breach_state to casebridge_app, casebridge_wide using (exists (select from consent.breach b where b.id = breach_id));
create policy keeper on consent.breach_person as restrictive to casebridge_app, casebridge_wide using ((select access.keeper()));
call audit.watch('consent.breach');
call audit.watch('consent.breach_state');
revoke delete on consent.breach from casebridge_app, casebridge_wide;
