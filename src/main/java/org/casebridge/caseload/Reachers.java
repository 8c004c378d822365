package org.casebridge.caseload;

import java.util.List;
import org.casebridge.clients.ClientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who can reach a client now, as the reader may know it: that somebody of a Part 2 programme works with the client is told only to who sees that programme's rows (42 CFR 2.13(c)), unless something
 * else that the reader sees explains it.
 */
@Service
@Transactional(readOnly = true)
public class Reachers {

    private static final String LIVE = "not r.suspended and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now())";

    private final JdbcClient db;

    Reachers(JdbcClient db) {
        this.db = db;
    }

    /** One by one, by name. */
    public List<Reacher> oneByOne(ClientId client) {
        return db.sql("""
                with unseen as (
                    select s.segment from access.segment_client s
                    where s.client_id = :client and s.segment <> all (access.segments()) and :client <> all (access.reachable_part2())
                ), carried as (
                    select c.worker, c.program_id, p.name as program, w.name as carrier, k.supervisor
                    from caseload.case_file c join caseload.program p on p.id = c.program_id join access.account w on w.id = c.worker left join workforce.worker k on k.id = c.worker
                    where c.client_id = :client and c.status = 'OPEN'
                ), live as (
                    select r.*, a.name, a.role, case r.because
                        when 'assigned' then (select string_agg(distinct c.program, ', ') from carried c where c.worker = r.account_id)
                        when 'programme' then (select string_agg(distinct c.program, ', ') from carried c join caseload.program_worker m on m.program_id = c.program_id where m.worker = r.account_id)
                        when 'supervision' then (select string_agg(distinct c.carrier, ', ') from carried c where c.supervisor = r.account_id)
                        when 'team' then (select string_agg(distinct c.carrier, ', ') from carried c join workforce.worker k on k.supervisor = c.supervisor where k.id = r.account_id)
                        when 'coverage' then (select string_agg(distinct c.carrier, ', ') from carried c join caseload.coverage v on v.absent = c.worker where v.stand_in = r.account_id and v.ended_at is null)
                        end as through
                    from access.reach r join access.account a on a.id = r.account_id
                    where r.client_id = :client and a.disabled_at is null and a.role <> 'MACHINE' and
                """ + LIVE + """
                )
                select l.account_id as account, l.name, l.role, l.because, coalesce(l.through, '') as through,
                       coalesce(l.ends_at, (l.until + 1)::timestamp at time zone g.zone) as ends
                from live l join access.account a on a.id = l.account_id join access.agency g on g.id = a.agency_id
                where not exists (select from unseen)
                   or not l.part2 and (l.through is not null or l.because = 'named'
                       or not exists (select from unseen u join access.segment_member m on m.segment = u.segment where m.account_id = l.account_id))
                order by l.name, l.account_id, l.because
                """)
                .param("client", client.value()).query(Reacher.class).list();
    }

    /** By their role, by name: in the agency that keeps the record; of a restricted record only its keeper. */
    public List<Reacher> byRole(ClientId client) {
        return db.sql("""
                select a.id as account, a.name, a.role, 'agency' as because, '' as through, null::timestamptz as ends
                from access.custody c join access.account a on a.agency_id = c.agency_id
                where c.client_id = :client and a.disabled_at is null and a.role in ('INTAKE', 'SUPERVISOR', 'PRIVACY_OFFICER')
                  and (not c.restricted or a.role = 'PRIVACY_OFFICER')
                  and (c.segment is null or exists (select from access.segment_member m where m.account_id = a.id and m.segment = c.segment))
                order by a.name, a.id
                """).param("client", client.value()).query(Reacher.class).list();
    }
}
