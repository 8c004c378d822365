package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Consumer;

/** Reads from a request the factor that the acting person shows again; offered as a bean by the module that knows the factors. */
public interface Confirmation {

    /** Tells {@code prove} the factors shown; refuses an answer that is not right. What is written about it is apart from the form that it came with. */
    void read(HttpServletRequest request, Consumer<Set<Factor>> prove);
}
