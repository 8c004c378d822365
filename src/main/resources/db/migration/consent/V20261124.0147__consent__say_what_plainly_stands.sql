-- Whether a consent plainly lets an organization learn of a referral that is nothing more than the general record: whole, in force, never taken back by any part. Narrower than the rules of
-- consent.Rules, which are asked at the door each time; for those who open a door on behalf of an agency and reach no client themselves.
create function consent.plainly_covers(client uuid, organization uuid, referral uuid, segment uuid) returns boolean language sql stable set search_path = pg_catalog as $$
    select segment is null and not exists (select from consent.label l where l.client_id = client and l.row_id = referral) and exists (
        select from consent.consent c
        where c.client_id = client and c.recipient_kind = 'ORGANIZATION' and c.organization_id = organization
          and c.classes @> array['GENERAL'] and c.parts @> array['REFERRALS'] and c.purposes @> array['SERVICES']
          and c.starts_on <= current_date and (c.expires_on is null or c.expires_on >= current_date) and c.happened_on is null and c.replaced_at is null
          and not exists (select from consent.revocation v where v.consent_id = c.id))
$$;
