package org.casebridge.tasks;

import java.util.List;
import java.util.function.Supplier;
import org.casebridge.data.Together;

/**
 * What a module above has to say about who needs a worker now. Offered as a bean; asked inside one read-only transaction each time
 * My day is shown, so: one query, that names the worker and stands on an index.
 */
public interface NeedSource {

    /** How many days ahead My day looks; what is due later need not be said, and is not shown. */
    int AHEAD = 7;

    /** Puts its questions among those of the others, and says what the answers mean once they were asked: everything late and everything due within {@link #AHEAD} days, in any order. */
    Supplier<List<Need>> ask(Together.Questions questions, Mine mine);
}
