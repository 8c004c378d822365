-- That a client wants to be reminded of what they arranged with us: by which way, how long before, and how they said so (47 CFR 64.1200(a)(1) asks for the consent of whoever is texted).
create table calendar.reminder_wish (
    client_id    uuid primary key references clients.client,
    way          text        not null check (way <> ''),
    hours_before integer     not null check (hours_before between 1 and 168),
    agreed       text        not null check (agreed <> '' and length(agreed) <= 300),
    set_by       uuid        not null references access.account,
    set_at       timestamptz not null,
    version      integer     not null
);
call access.guard('calendar.reminder_wish');
call audit.watch('calendar.reminder_wish');
