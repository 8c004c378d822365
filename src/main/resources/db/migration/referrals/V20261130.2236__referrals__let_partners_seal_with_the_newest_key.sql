-- Whoever seals a value (a draft, the seed of an authenticator) looks every few seconds for the newest key. What stands here opens with the key from outside only.
grant usage on schema sealing to casebridge_partner;
grant select (name, wrapped) on sealing.keyset to casebridge_partner;
