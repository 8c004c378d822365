package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Reads from a request the factor that the acting person shows again; offered as a bean by the module that knows the factors. */
public interface Confirmation {

    /** The factors shown; refuses an answer that is not right. */
    Set<Factor> read(HttpServletRequest request);
}
