package org.casebridge.caseload;

import java.util.List;
import org.casebridge.access.AccountId;

/** Somebody who can carry cases, and how many people they have open cases of, in all and by programme. */
public record Carrier(AccountId worker, String name, Load load) {

    public int people() {
        return load.people();
    }

    public List<Load.InProgram> programs() {
        return load.programs();
    }
}
