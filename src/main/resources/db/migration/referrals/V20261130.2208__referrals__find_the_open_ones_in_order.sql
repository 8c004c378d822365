-- The open ones of a whole agency, what waits longest first.
create index on referrals.referral (changed_at, id)
    where outcome is null and status not in ('CANCELLED', 'ENTERED_IN_ERROR') and not (status = 'REJECTED' and noted);
