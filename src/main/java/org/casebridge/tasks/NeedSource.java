package org.casebridge.tasks;

import java.util.List;

/**
 * What a module above has to say about who needs a worker now. Offered as a bean; asked inside one read-only transaction each time
 * My day is shown, so: one query, that names the worker and stands on an index.
 */
public interface NeedSource {

    /** How many days ahead My day looks; what is due later need not be said, and is not shown. */
    int AHEAD = 7;

    /** Everything late and everything due within {@link #AHEAD} days, in any order. */
    List<Need> of(Mine mine);
}
