create schema demo;

-- The accounts that the demo made, in the order in which they are told: only these get its password, and only these are kept out while it is off.
create table demo.account (
    account_id uuid primary key references access.account,
    place      integer not null
);
