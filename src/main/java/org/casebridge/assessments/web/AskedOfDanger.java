package org.casebridge.assessments.web;

import java.util.List;
import org.casebridge.assessments.Scoring;

/** Which questions of an interview may bring an answer to act on at once, and what they are about. */
public record AskedOfDanger(List<String> questions, Scoring.Danger danger) {

    public AskedOfDanger {
        questions = List.copyOf(questions);
    }
}
