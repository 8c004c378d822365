-- Whoever is named for a restricted record reaches it because of that, until the end of a day of the agency's clock. What else somebody reaches it by is held back meanwhile, except from those named
-- without an end: so that an end needs nobody's doing.
alter table access.reach drop constraint reach_because_check;
alter table access.reach add constraint reach_because_check check (because in
    ('added', 'assigned', 'team', 'supervision', 'agency', 'programme', 'referral', 'consent', 'portal', 'coverage', 'named', 'break_glass'));
alter table access.named add column until date;

create or replace function access.hold_back() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    new.suspended := new.because not in ('portal', 'break_glass', 'named')
        and exists (select from access.custody c where c.client_id = new.client_id and c.restricted)
        and not exists (select from access.named n where n.client_id = new.client_id and n.account_id = new.account_id and n.until is null);
    new.given_by := coalesce(new.given_by, access.acting());
    return new;
end $$;

-- The first moment after a day, where the record is kept.
create function access.after(day date, client uuid) returns timestamptz language sql stable as $$
    select ((day + 1)::timestamp at time zone coalesce((select g.zone from access.custody c join access.agency g on g.id = c.agency_id where c.client_id = client), 'UTC'))
$$;

create or replace function access.restrict() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    client uuid := coalesce(new.client_id, old.client_id);
begin
    if tg_table_name = 'named' then
        if tg_op = 'DELETE' then
            delete from access.reach where account_id = old.account_id and client_id = client and because = 'named';
        else
            insert into access.reach (account_id, client_id, because, ends_at) values (new.account_id, client, 'named', access.after(new.until, client))
            on conflict (account_id, client_id, because) do update set ends_at = excluded.ends_at;
        end if;
    elsif not new.restricted then
        delete from access.named where client_id = client;
    end if;
    update access.reach set suspended = suspended where client_id = client;
    return null;
end $$;
create or replace trigger restrict after insert or update or delete on access.named for each row execute function access.restrict();
