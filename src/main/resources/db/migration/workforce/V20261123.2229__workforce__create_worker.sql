create schema workforce;

-- What the agency knows of its people besides their accounts. Languages are BCP 47 codes.
create table workforce.worker (
    id         uuid    primary key references access.account,
    languages  text[]  not null,
    degree     text    check (degree in ('SCHOOL', 'ASSOCIATE', 'BACHELOR', 'MASTER', 'DOCTORATE')),
    studied    text    not null,
    supervisor uuid    references access.account check (supervisor <> id),
    version    integer not null
);
call audit.watch('workforce.worker');

create table workforce.credential (
    id           uuid primary key,
    worker       uuid not null references access.account,
    kind         text not null check (kind in ('LCSW', 'LMSW', 'LPC', 'RN', 'CCM', 'ACM', 'CHW', 'ADC', 'OTHER')),
    name         text not null check ((name <> '') = (kind = 'OTHER')),
    number       text not null check (number <> ''),
    jurisdiction text not null check (jurisdiction <> ''),
    expires_on   date
);
create index on workforce.credential (worker);
call audit.watch('workforce.credential');
