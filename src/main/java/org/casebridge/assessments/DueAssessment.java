package org.casebridge.assessments;

import java.time.LocalDate;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;

/** An assessment that a rule of a programme asks for: by when, why, and on what ground. */
public record DueAssessment(ClientId client, String name, Instrument instrument, Assessment.Stage stage, LocalDate on, Sentence why) {}
