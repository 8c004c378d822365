-- What clients agreed to before consents were kept: the day is in each live referral. One spoken consent for each client and organization, for a year from the last of them.
select set_config('casebridge.actor', '00000000-0000-7000-8000-000000000002', true);
insert into consent.consent (id, client_id, classes, parts, described, discloser, recipient_kind, organization_id, recipient, address, purposes, purpose_words, starts_on, expires_on,
    revoke_how, signature, witness, signer, signed_by, signed_on, language, recorded_at, recorded_by)
select gen_random_uuid(), r.client_id, array['GENERAL'], array['PERSON', 'REFERRALS'], '', g.name, 'ORGANIZATION', r.organization_id, r.organization, '', array['SERVICES'], '',
    max(r.agreed_on), (max(r.agreed_on) + interval '1 year')::date, '', 'VERBAL', (array_agg(a.name order by r.agreed_on desc))[1], 'CLIENT', c.name, max(r.agreed_on), 'en', max(r.sent_at),
    (array_agg(r.worker order by r.agreed_on desc))[1]
from referrals.referral r join clients.client c on c.id = r.client_id join access.account a on a.id = r.worker join access.agency g on g.id = a.agency_id
where r.live and r.status <> 'ENTERED_IN_ERROR'
group by r.client_id, r.organization_id, r.organization, g.name, c.name;
