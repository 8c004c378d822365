-- What somebody decided about two entries that look like one: the same (then the other is put away, until that is undone) or two.
create table directory.twin (
    kept       uuid        not null references directory.entry,
    other      uuid        not null references directory.entry,
    same       boolean     not null,
    decided_by text        not null,
    decided_at timestamptz not null default now(),
    primary key (kept, other),
    check (kept <> other)
);
create unique index on directory.twin (least(kept, other), greatest(kept, other));
create index on directory.service (merged_into) where merged_into is not null;
create index on directory.organization (merged_into) where merged_into is not null;

-- What a source says now, kept beside the directory until somebody has looked at the differences.
create table directory.review (
    id      uuid primary key,
    source  text        not null check (source <> ''),
    entries jsonb       not null check (jsonb_typeof(entries) = 'array'),
    came_at timestamptz not null default now()
);
