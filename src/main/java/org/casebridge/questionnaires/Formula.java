package org.casebridge.questionnaires;

import java.util.Set;
import org.casebridge.questionnaires.fhirpath.Compiled;
import org.jspecify.annotations.Nullable;

/** A FHIRPath expression, compiled once; {@code mentions} are the link ids in it, {@code names} the %variables it asks for. */
public record Formula(String text, @Nullable String name, Compiled compiled, Set<String> mentions, Set<String> names) {}
