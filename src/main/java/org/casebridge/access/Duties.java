package org.casebridge.access;

import java.util.List;
import org.casebridge.kernel.Sentence;

/**
 * What still rests on an account and somebody else must take over before it is disabled. Offered as a bean by each module that holds some; asked inside a transaction of
 * Casebridge itself. It says how much of what and names nobody, as an administrator may not see clients.
 */
public interface Duties {

    List<Sentence> of(AccountId account);
}
