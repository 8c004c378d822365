package org.casebridge.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganizationStore {

    private final JdbcClient db;

    OrganizationStore(JdbcClient db) {
        this.db = db;
    }

    private record Facts(OrganizationId id, String name, @Nullable String alternateName, @Nullable String description, @Nullable String email, @Nullable String website, String source) {}

    Optional<Organization> find(OrganizationId id) {
        return db.sql("""
                select o.id, o.name, o.alternate_name, o.description, o.email, o.website, e.source
                from directory.organization o join directory.entry e on e.id = o.id where o.id = ?
                """).param(id.value()).query(Facts.class).optional()
                .map(it -> new Organization(it.id(), it.name(), it.alternateName(), it.description(), it.email(), it.website(), it.source(), phones(id), services(id)));
    }

    /** Whether it gives a service of this name, in small or capital letters. */
    boolean gives(UUID organization, String service) {
        return db.sql("select exists (select from directory.service where organization_id = ? and lower(name) = lower(?))").params(organization, service.strip())
                .query(Boolean.class).single();
    }

    List<Service.Other> givenAt(LocationId place) {
        return db.sql("""
                select s.id, s.name from directory.service_at_location a join directory.service s on s.id = a.service_id
                where a.location_id = ? group by s.id, s.name order by lower(s.name), s.id
                """).param(place.value()).query(Service.Other.class).list();
    }

    private List<Service.Phone> phones(OrganizationId id) {
        return db.sql("select number, extension, type, description, contact, '' as of from directory.phone where about = ? order by place").param(id.value())
                .query(Service.Phone.class).list();
    }

    private List<Organization.Given> services(OrganizationId id) {
        return db.sql("""
                select id, name, description, upper(replace(status, ' ', '_')) as status from directory.service
                where (organization_id = :id or organization_id in (select o.id from directory.organization o where o.merged_into = :id)) and merged_into is null
                order by status <> 'active', lower(name), id
                """).param("id", id.value()).query(Organization.Given.class).list();
    }
}
