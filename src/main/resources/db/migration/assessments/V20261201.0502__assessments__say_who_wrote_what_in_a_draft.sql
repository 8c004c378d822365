-- Who last wrote which field of a draft, and when: {"mode": {"by": account, "at": time}}; so that two people on one draft are told whose the other text is.
alter table assessments.assessment add column touched jsonb not null default '{}' check (jsonb_typeof(touched) = 'object');
