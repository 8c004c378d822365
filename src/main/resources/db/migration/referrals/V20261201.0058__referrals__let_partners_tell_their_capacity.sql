-- An organization's own people say whether its services have room: this one thing of the directory, and of no other organization's.
create function referrals.tell_capacity(which uuid, said text) returns integer language sql security definer set search_path = pg_catalog as $$
    with told as (
        update directory.service set capacity = said, capacity_at = now() where id = which and organization_id = any ((select directory.answered_for())::uuid[]) returning 1
    )
    select count(*)::integer from told
$$;
revoke execute on function referrals.tell_capacity(uuid, text) from public;
grant execute on function referrals.tell_capacity(uuid, text) to casebridge_partner;
