package org.casebridge.monitoring;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casebridge.kernel.Worded;

/**
 * To whom an incident is reported within how many hours, and by what rule. The two to the child protection register are New York's (Social Services Law 415: by telephone at once, in writing within 48
 * hours); the others are our own.
 */
public enum IncidentRule implements Worded {
    CHILD_BY_PHONE("Child protection register, by telephone", "New York Social Services Law 415: at once", 1, EnumSet.of(Incident.Kind.CHILD_ABUSE)),
    CHILD_IN_WRITING("Child protection register, in writing", "New York Social Services Law 415: within 48 hours of the call", 48, EnumSet.of(Incident.Kind.CHILD_ABUSE)),
    ADULT_PROTECTION("Adult protective services", "Our own rule: within a day; state law may ask for less", 24, EnumSet.of(Incident.Kind.ADULT_ABUSE)),
    DIRECTOR("The agency’s director", "Our own rule: within a day", 24,
            EnumSet.of(Incident.Kind.CHILD_ABUSE, Incident.Kind.ADULT_ABUSE, Incident.Kind.DEATH, Incident.Kind.SELF_HARM, Incident.Kind.VIOLENCE, Incident.Kind.MISSING)),
    SUPERVISOR("One’s supervisor", "Our own rule: within a day", 24, EnumSet.allOf(Incident.Kind.class));

    private final String words;
    private final String basis;
    private final int hours;
    private final Set<Incident.Kind> kinds;

    IncidentRule(String words, String basis, int hours, Set<Incident.Kind> kinds) {
        this.words = words;
        this.basis = basis;
        this.hours = hours;
        this.kinds = kinds;
    }

    @Override
    public String words() { return words; }

    /** An English sentence. */
    public String basis() { return basis; }

    /** Hours from when the incident was written down. */
    public int hours() { return hours; }

    static List<IncidentRule> of(Incident.Kind kind) {
        return Stream.of(values()).filter(it -> it.kinds.contains(kind)).toList();
    }
}
