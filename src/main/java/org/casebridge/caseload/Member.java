package org.casebridge.caseload;

import java.util.List;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Worker;

/** Somebody of the team: who they are, what they are qualified for, in which programmes they work and how many people they carry. */
public record Member(Worker worker, List<Credential> credentials, List<Program> programs, Load load) {}
