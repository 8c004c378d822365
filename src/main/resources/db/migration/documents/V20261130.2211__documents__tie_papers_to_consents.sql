-- A scanned paper may be the one on which a consent was signed; it carries the consent's label then.
alter table consent.consent add unique (id, client_id);
alter table documents.document
    add column consent_id uuid,
    add foreign key (consent_id, client_id) references consent.consent (id, client_id);
create index on documents.document (consent_id) where consent_id is not null;
call access.guard('documents.document');
