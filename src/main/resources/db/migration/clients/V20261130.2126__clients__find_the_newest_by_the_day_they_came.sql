-- The list of everybody stands by when each was added: a record that was made later for an earlier day stands where its day is.
create index client_by_day on clients.client (added_at desc, id desc);
