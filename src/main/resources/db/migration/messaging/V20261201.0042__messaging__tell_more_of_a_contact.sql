-- What stands around a contact: travel, language and interpreter, place, what was seen of safety, and why the safe-contact rules were not kept when they were not. Those of one group session share its key.
alter table messaging.contact
    drop constraint contact_mode_check,
    add constraint contact_mode_check check (mode in ('PHONE', 'VIDEO', 'OFFICE', 'HOME_VISIT', 'ELSEWHERE', 'TEXT', 'EMAIL', 'LETTER', 'GROUP')),
    drop constraint contact_outcome_check,
    add constraint contact_outcome_check check (outcome in ('REACHED', 'LEFT_MESSAGE', 'NO_ANSWER', 'REFUSED', 'WRONG_NUMBER', 'NO_MESSAGE')),
    add column travel      integer check (travel between 0 and 1440),
    add column language    text not null default '' check (length(language) <= 20),
    add column interpreter text not null default 'NONE' check (interpreter in ('NONE', 'PROFESSIONAL', 'STAFF', 'FAMILY')),
    add column place       text not null default '',
    add column safety      text not null default '',
    add column despite     text check (despite <> ''),
    add column session_id  uuid;
create index on messaging.contact (session_id) where session_id is not null;
create or replace view messaging.attempted with (security_invoker = true) as
    select id, client_id, at, mode from messaging.contact where party = 'CLIENT' and outcome <> 'REACHED' and struck_at is null;

-- A note by a template keeps what was written under each of its headings; the words are all of it.
alter table messaging.note
    add column template text check (template in ('DAP', 'SOAP', 'BIRP', 'TCM')),
    add column parts    text[] not null default '{}' check ((template is null) = (parts = '{}'));

-- What makes contact safe beside the client's own rules: the hours, a word that shows who is on the line, a phone that others answer (45 CFR 164.522(b)).
create table messaging.safe_rule (
    client_id    uuid primary key references clients.client,
    from_at      time,
    until_at     time check ((until_at is null) = (from_at is null) and until_at <> from_at),
    code_word    text    not null check (length(code_word) <= 60),
    shared_phone boolean not null,
    version      integer not null
);
call access.guard('messaging.safe_rule');
call audit.watch('messaging.safe_rule');
