create schema advocacy;

create table advocacy.issue (
    id           uuid primary key,
    client_id    uuid    not null references clients.client,
    worker       uuid    not null references access.account,
    party        text    not null check (party in ('AGENCY', 'INSURER', 'LANDLORD', 'PROVIDER', 'SCHOOL', 'COURT', 'EMPLOYER', 'UTILITY', 'OTHER')),
    name         text    not null check (name <> ''),
    person       text    not null,
    phone        text    not null,
    about        text    not null check (about <> ''),
    asked        text    not null check (asked <> ''),
    asked_on     date    not null,
    answer_due   date    check (answer_due >= asked_on),
    due_basis    text    not null check (answer_due is null or due_basis <> ''),
    backed_by    text    not null,
    result       text    check (result in ('GRANTED', 'PARTLY', 'DENIED', 'WITHDRAWN', 'NO_ANSWER')),
    result_on    date    check ((result_on is null) = (result is null) and result_on >= asked_on),
    result_words text    not null check ((result_words = '') = (result is null)),
    version      integer not null,
    unique (id, client_id)
);
create index on advocacy.issue (client_id);
create index on advocacy.issue (worker) where result is null;
create index on advocacy.issue (answer_due, asked_on, id) where result is null;
call access.guard('advocacy.issue');
call audit.watch('advocacy.issue');

create table advocacy.step (
    id         uuid primary key,
    issue_id   uuid not null,
    client_id  uuid not null,
    day        date not null,
    how        text not null check (how in ('CALLED', 'WROTE', 'MET', 'FILED', 'HEARD', 'OTHER', 'REOPENED')),
    words      text not null check (words <> ''),
    written_by uuid not null references access.account,
    foreign key (issue_id, client_id) references advocacy.issue (id, client_id)
);
create index on advocacy.step (issue_id, day);
create index on advocacy.step (client_id);
call access.guard('advocacy.step');
call audit.watch('advocacy.step');
