package org.casebridge.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the directory knows about one organization: how to reach it, and what it gives. */
public record Organization(OrganizationId id, String name, @Nullable String alternateName, @Nullable String description, @Nullable String email, @Nullable String website,
                           String source, List<Service.Phone> phones, List<Given> services) {

    /** One of its services, with whether it is offered. */
    public record Given(ServiceId id, String name, @Nullable String description, ServiceStatus status) {}

    public String path() {
        return path(id);
    }

    public static String path(OrganizationId id) {
        return "/directory/organizations/" + id.text();
    }
}
