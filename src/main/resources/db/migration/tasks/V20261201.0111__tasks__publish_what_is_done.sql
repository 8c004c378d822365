-- Tasks that are done, for modules whose own things are done by them.
create view tasks.done with (security_invoker = true) as select id, client_id, settled_at from tasks.task where status = 'DONE';
