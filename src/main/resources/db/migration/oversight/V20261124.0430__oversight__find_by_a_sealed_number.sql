-- As before; a hidden number is found by its token.
drop function oversight.exactly(text[], text, text, boolean);
create function oversight.exactly(names text[], born text, number text, token text, part2 boolean) returns table (value uuid) language sql stable security definer set search_path = pg_catalog as $$
    select distinct k.client_id from clients.search_key k
    where k.agency_id = access.agency() and (part2 or k.segment is null)
      and (number <> '' and (k.kind = 'X' and k.token = exactly.number or k.kind = 'Z' and k.token = exactly.token)
           or number = '' and cardinality(names) > 1 and k.kind = 'D' and k.token = born and not exists (
               select from unnest(names) n where not exists (select from clients.search_key s where s.client_id = k.client_id and s.kind = 'N' and s.token = n)))
    limit 2
$$;
revoke execute on function oversight.exactly from public;
grant execute on function oversight.exactly to casebridge_app, casebridge_wide;
