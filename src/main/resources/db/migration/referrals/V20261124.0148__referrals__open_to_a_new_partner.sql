-- Whoever links an account to an organization (an administrator) reaches no client; so these two act for the owner of the tables, and do nothing but this:
-- what an agency sent to the organization and is still open can be answered here from now on, by an account of that same agency's, where the client's consent stands.
create function referrals.open_to(answering uuid, house uuid) returns integer language sql security definer set search_path = pg_catalog as $$
    with found as (
        select r.id, r.client_id from referrals.referral r
        join access.custody c on c.client_id = r.client_id join access.account a on a.agency_id = c.agency_id
        where a.id = answering and a.role = 'PARTNER' and r.organization_id = house and r.status in ('REQUESTED', 'ACCEPTED', 'ON_HOLD', 'IN_PROGRESS')
          and exists (select from directory.partner p where p.account_id = answering and p.organization_id = house)
          and consent.plainly_covers(r.client_id, r.organization_id, r.id, r.segment)
    ), opened as (
        update referrals.referral set live = true where not live and id in (select f.id from found f)
    ), given as (
        insert into access.reach (account_id, client_id, because) select distinct answering, f.client_id, 'referral' from found f on conflict do nothing returning 1
    )
    select count(*)::integer from given
$$;

-- Reach that no referral to an organization they still answer for explains.
create function referrals.close_to(answering uuid) returns integer language sql security definer set search_path = pg_catalog as $$
    with gone as (
        delete from access.reach h where h.account_id = answering and h.because = 'referral' and not exists (
            select from referrals.referral r join directory.partner p on p.organization_id = r.organization_id and p.account_id = answering
            where r.client_id = h.client_id and r.live)
        returning 1
    )
    select count(*)::integer from gone
$$;
revoke execute on function referrals.open_to(uuid, uuid), referrals.close_to(uuid) from public;
grant execute on function referrals.open_to(uuid, uuid), referrals.close_to(uuid) to casebridge_app, casebridge_wide;
