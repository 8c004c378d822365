-- The log, too, believes only a sealed context.
alter table audit.entry alter column actor set default access.acting();
