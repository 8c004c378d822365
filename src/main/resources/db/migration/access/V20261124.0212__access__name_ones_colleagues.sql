-- The accounts of the acting person's agency: for tables that tell what people did and not about whom, several agencies keeping their records in one database.
create function access.colleagues() returns uuid[] language plpgsql stable parallel safe as $$
begin
    return array(select a.id from access.account a where a.agency_id = access.agency());
end $$;
create function access.machine() returns boolean language plpgsql stable parallel safe as $$
begin
    return (select a.role = 'MACHINE' from access.account a where a.id = access.actor());
end $$;
