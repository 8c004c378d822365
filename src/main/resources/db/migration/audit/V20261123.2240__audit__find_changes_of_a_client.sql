-- Whom a changed row is about: its client_id, or the row itself where it is the client.
create function audit.about(place text, row_id text, was jsonb, became jsonb) returns text language sql immutable parallel safe as $$
    select case when place = 'clients.client' then row_id else coalesce(became, was) ->> 'client_id' end
$$;

-- The story's lines are half of all rows and tell nothing that the others do not.
create index on audit.change (audit.about(place, row_id, was, became), at) where place <> 'caseload.story';
