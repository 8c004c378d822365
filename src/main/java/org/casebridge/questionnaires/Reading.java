package org.casebridge.questionnaires;

import java.util.List;

/** How reading a file ended. */
public sealed interface Reading {

    /** It works; the remarks tell what is ignored because nothing depends on it here, such as colours. */
    record Understood(Questionnaire questionnaire, List<Finding> remarks) implements Reading {}

    /** It is not asked: half understood it could mean something else. */
    record Refused(List<Finding> refusals, List<Finding> remarks) implements Reading {}
}
