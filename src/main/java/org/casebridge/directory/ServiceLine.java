package org.casebridge.directory;

import java.util.List;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A service in a list: who gives it, how to reach it, and why it is here and in this place. {@code phone} and {@code address} are the service's
 * own, or else its location's, or else its organization's; {@code km} is from the place searched near, when there is one;
 * {@code full}: they said that they have no capacity.
 */
public record ServiceLine(ServiceId id, String name, OrganizationId organization, String organizationName, @Nullable String description,
                          @Nullable String address, @Nullable String phone, @Nullable String email, @Nullable Double km, boolean full, List<Sentence> why) {

    public String path() {
        return "/directory/services/" + id.text();
    }
}
