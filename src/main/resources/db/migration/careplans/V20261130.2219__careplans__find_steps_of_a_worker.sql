-- What rests on somebody who is to leave.
create index on careplans.step (staff) where staff is not null;
