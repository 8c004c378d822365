create schema reading;

-- Words that an agency wants marked, and what to say instead; without anything instead, a word that Casebridge marks is not marked.
create table reading.word (
    id        uuid primary key,
    agency_id uuid not null references access.agency,
    language  text not null check (language in ('en', 'es')),
    word      text not null check (word <> ''),
    plainer   text not null default ''
);
create unique index on reading.word (agency_id, language, lower(word));
call audit.watch('reading.word');

-- The school grade above which a text counts as too hard.
create table reading.target (
    agency_id uuid primary key references access.agency,
    grade     integer not null check (grade between 3 and 12)
);
call audit.watch('reading.target');
