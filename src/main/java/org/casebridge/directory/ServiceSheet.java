package org.casebridge.directory;

import java.util.List;
import java.util.Optional;
import org.casebridge.codes.NeedCategory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads all about one service, a question for each of its lists. */
@Repository
class ServiceSheet {

    private final JdbcClient db;

    ServiceSheet(JdbcClient db) {
        this.db = db;
    }

    Optional<Service.Facts> facts(ServiceId id) {
        return db.sql("""
                select s.id, s.name, s.alternate_name, s.organization_id, o.name as organization, o.description as organization_description, o.website, p.name as program,
                       s.description, s.url, coalesce(s.email, o.email) as email, upper(replace(s.status, ' ', '_')) as status, s.interpretation, s.application_process, s.fees,
                       s.payments, s.wait_time, s.accreditations, s.licenses, s.alert, s.audience, s.eligibility, s.minimum_age, s.maximum_age, s.assured_on, s.modified_at,
                       s.capacity, s.capacity_at, s.believe_days, s.checked_on, s.checked_by, s.merged_into, e.source, e.source_id, e.changed_at
                from directory.service s join directory.entry e on e.id = s.id
                join directory.organization o on o.id = s.organization_id left join directory.program p on p.id = s.program_id
                where s.id = ?
                """).param(id.value()).query(Service.Facts.class).optional();
    }

    List<String> terms(ServiceId id) {
        return words("select name from directory.attribute where about = ? and need is null order by place", id);
    }

    /** What it was said here to help with. */
    List<NeedCategory> needs(ServiceId id) {
        return words("select need from directory.attribute where about = ? and need is not null order by place", id).stream().map(NeedCategory::valueOf).toList();
    }

    /** Those of the service, and of the places where it is given. */
    List<String> languages(ServiceId id) {
        return db.sql("""
                select name from directory.language
                where about = :id or about in (select location_id from directory.service_at_location where service_id = :id)
                group by name order by bool_and(about <> :id), name
                """).param("id", id.value()).query(String.class).list();
    }

    List<String> areas(ServiceId id) {
        return words("select name from directory.service_area where about = ? order by place", id);
    }

    List<String> documents(ServiceId id) {
        return words("select document from directory.required_document where about = ? order by place", id);
    }

    List<String> funding(ServiceId id) {
        return words("select source from directory.funding where about = ? order by place", id);
    }

    List<Service.Cost> costs(ServiceId id) {
        return db.sql("""
                select option, amount, currency, description from directory.cost_option
                where about = ? and (valid_to is null or valid_to >= current_date) order by place
                """).param(id.value()).query(Service.Cost.class).list();
    }

    /** The service's own first, then its locations', then its organization's; one number once. */
    List<Service.Phone> phones(ServiceId id, OrganizationId organization) {
        return db.sql("""
                select distinct on (turn, place, number) number, extension, type, description, contact, of from (
                    select p.*, p.about <> :id as far, case when p.about = :id then 0 when p.about = :organization then 2 else 1 end as turn,
                           coalesce(l.name, o.name, '') as of,
                           row_number() over (partition by p.number, p.extension order by p.about <> :id, p.about = :organization, p.place) as again
                    from directory.phone p left join directory.location l on l.id = p.about left join directory.organization o on o.id = p.about
                    where p.about in (:id, :organization)
                       or p.about in (select location_id from directory.service_at_location where service_id = :id)
                       or p.about in (select id from directory.service_at_location where service_id = :id)) p
                where again = 1
                order by turn, place, number
                """).param("id", id.value()).param("organization", organization.value()).query(Service.Phone.class).list();
    }

    List<Service.Contact> contacts(ServiceId id, OrganizationId organization) {
        return db.sql("""
                select name, title, department, email from (
                    select distinct on (name, title, department, email) c.*, case when c.about = :id then 0 when c.about = :organization then 2 else 1 end as turn
                    from directory.contact c
                    where c.about in (:id, :organization) or c.about in (select location_id from directory.service_at_location where service_id = :id)
                    order by name, title, department, email, turn) c
                order by turn, place
                """).param("id", id.value()).param("organization", organization.value()).query(Service.Contact.class).list();
    }

    List<Service.Where> locations(ServiceId id) {
        return db.sql("""
                select l.id, l.kind, l.name, l.approximate, l.latitude is not null as placed, l.longitude,
                       (select d.state_province from directory.address d where d.about = l.id order by d.kind, d.place limit 1) as state, coalesce(a.description, l.description) as description, l.transportation, l.url,
                       (select concat_ws(', ', d.address_1, d.address_2, d.city, concat_ws(' ', d.state_province, d.postal_code)) from directory.address d
                            where d.about = l.id order by d.kind, d.place limit 1) as address,
                       (select string_agg(c.description, ' · ' order by c.place) from directory.accessibility c where c.about = l.id) as accessibility
                from directory.service_at_location a join directory.location l on l.id = a.location_id
                where a.service_id = ? order by l.name, l.id
                """).param(id.value()).query(Service.Where.class).list();
    }

    List<Service.Other> others(ServiceId id, OrganizationId organization) {
        return db.sql("select id, name from directory.service where organization_id = ? and id <> ? and status = 'active' and merged_into is null order by lower(name), id limit 20")
                .params(organization.value(), id.value()).query(Service.Other.class).list();
    }

    private List<String> words(String sql, ServiceId id) {
        return db.sql(sql).param(id.value()).query(String.class).list();
    }
}
