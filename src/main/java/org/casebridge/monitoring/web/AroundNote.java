package org.casebridge.monitoring.web;

import java.util.List;
import org.casebridge.monitoring.Cosignature;
import org.casebridge.monitoring.GivenService;
import org.casebridge.monitoring.NoteReview;
import org.casebridge.web.Form;
import org.jspecify.annotations.Nullable;

/** What stands around a note on its page: goals and services it is tied to, what supervisors said, the second signature, its sentences, and the forms for these. */
public record AroundNote(List<String> goals, List<GivenService> services, List<NoteReview> reviews, @Nullable Cosignature cosignature, List<String> sentences, Form<?> review, Form<?> answer, Form<?> promise) {}
