package org.casebridge.assessments;

import org.casebridge.questionnaires.Launch;
import org.casebridge.questionnaires.State;

/** A form of an agency with the answers of a client: a draft as it stands at a revision, or what was completed. */
public record FilledForm(AssessmentLine line, OwnForm form, State state, long revision, Launch launch) {}
