-- A public list says how many there are on all; counting them is a walk along this index, in the order in which they are listed.
create index on directory.service (id) where merged_into is null;
