package org.casebridge.access;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one agency of the network that shares this database. */
public record AgencyId(UUID value) implements Id {

    /** The agency every new database begins with. */
    public static final AgencyId FIRST = new AgencyId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
}
