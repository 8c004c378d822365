-- An agreement may be entered by mistake; its version then stays to be read, ended by the reason, and counts for nothing.
do $$ declare rule text; begin
    for rule in select conname from pg_constraint where conrelid = 'careplans.plan'::regclass and contype = 'c'
            and (pg_get_constraintdef(oid) like '%REVOKED%') loop
        execute format('alter table careplans.plan drop constraint %I', rule);
    end loop;
end $$;
alter table careplans.plan
    add constraint status_known check (status in ('DRAFT', 'PROPOSED', 'ACTIVE', 'AMENDED', 'COMPLETED', 'REVOKED', 'ENTERED_IN_ERROR')),
    add constraint ended_with_a_reason check ((status in ('COMPLETED', 'REVOKED', 'ENTERED_IN_ERROR')) = (ended_on is not null) and (ended_on is null) = (end_reason is null));
