-- Before someone is added, the whole house is asked whether they are known already, beyond the asker's reach too: or every programme makes its own
-- duplicate. One function answers, under a role of its own. Of those the asker cannot reach it tells neither name nor programme (the mere presence in a
-- programme may be protected: 42 CFR 2.13(c)), only that there is one; and it notes each such look.
do $$ begin
    if not exists (select from pg_roles where rolname = 'casebridge_matching') then
        create role casebridge_matching nologin;
    end if;
    execute format('grant casebridge_matching to %I', current_user);
end $$;
grant usage on schema clients, access, audit to casebridge_matching;
grant select on clients.search_key, access.reach, access.custody, access.agency to casebridge_matching;
grant select (id, agency_id) on access.account to casebridge_matching;
grant insert on audit.view to casebridge_matching;
create policy matching on clients.search_key for select to casebridge_matching using (true);

-- Keys are a kind and a token each; d is the birth date with day and month swapped. Words of names weigh 4 when the same and 3 when alike in sound,
-- a birth date 7 (swapped 5), an identifier 10, an e-mail 6, a phone 5. Beyond reach only what weighs 12 or more is told: a birth date with two names.
create function clients.someone_like(kinds text[], tokens text[]) returns table (client_id uuid, reached boolean, weight integer)
language sql security definer set search_path = pg_catalog as $$
    with hit as materialized (
        select h.client_id, asked.kind, asked.token
        from unnest(kinds, tokens) as asked (kind, token) cross join access.agency a cross join lateral (
            select k.client_id from clients.search_key k
            where k.agency_id = a.id and k.kind = upper(asked.kind) and k.token = asked.token limit 5000) h
    ), counted as (
        select h.client_id,
               count(*) filter (where h.kind = 'N') as same_words,
               count(*) filter (where h.kind = 'S') as like_words,
               bool_or(h.kind = 'D') as same_birth, bool_or(h.kind = 'd') as swapped_birth, bool_or(h.kind = 'X') as same_number,
               bool_or(h.kind = 'E') as same_email, bool_or(h.kind = 'P') as same_phone
        from hit h group by h.client_id
        having bool_or(h.kind in ('D', 'd', 'X', 'E', 'P')) or count(*) filter (where h.kind in ('N', 'S')) > 1
    ), weighed as (
        select c.client_id, (4 * c.same_words + 3 * greatest(0, c.like_words - c.same_words)
                             + case when c.same_birth then 7 when c.swapped_birth then 5 else 0 end + case when c.same_number then 10 else 0 end
                             + case when c.same_email then 6 else 0 end + case when c.same_phone then 5 else 0 end)::integer as weight
        from counted c
    ), heaviest as (
        select w.client_id, w.weight,
               exists (select from access.reach r where r.account_id = access.actor() and r.client_id = w.client_id and (r.until is null or r.until >= current_date))
               or current_setting('role') = 'casebridge_wide' and exists (
                   select from access.custody c where c.client_id = w.client_id and c.agency_id = access.agency()) as reached
        from weighed w where w.weight >= 5
        order by w.weight desc, w.client_id limit 200
    ), beyond as (
        select array_agg(h.client_id) as clients from heaviest h where not h.reached and h.weight >= 12
    ), noted as (
        insert into audit.view (actor, clients, page) select access.actor(), b.clients, 'someone like this, beyond reach' from beyond b where b.clients is not null
    )
    select case when h.reached then h.client_id end, h.reached, h.weight from heaviest h where h.reached or h.weight >= 12
    order by h.weight desc
$$;
revoke execute on function clients.someone_like(text[], text[]) from public;
grant execute on function clients.someone_like(text[], text[]) to casebridge_app, casebridge_wide;
grant create on schema clients to casebridge_matching;
alter function clients.someone_like(text[], text[]) owner to casebridge_matching;
revoke create on schema clients from casebridge_matching;
