-- Contacts in which somebody was reached and that count, for modules that count services.
create view messaging.held with (security_invoker = true) as
    select id, client_id, at, mode, minutes, recorded_by from messaging.contact where outcome = 'REACHED' and struck_at is null;
