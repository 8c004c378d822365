package org.casebridge.clients;

import java.time.LocalDate;
import java.util.List;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * A related person who supports a client (FHIR RelatedPerson): what they are to the client, in which roles they act, what the client lets us share with
 * them, and how to reach them without putting anybody at risk.
 */
public record Support(SupportId id, ClientId clientId, String name, Relation relation, List<Role> roles, List<Permission> permissions, String phone, String email,
                      String language, @Nullable YesNo leaveMessage, @Nullable YesNo sayWho, String words, @Nullable LocalDate endedOn, int version) {

    /** What they are to the client. */
    public enum Relation implements Worded {
        PARTNER("Spouse or partner"), PARENT("Parent"), CHILD("Child"), SIBLING("Sibling"), OTHER_RELATIVE("Other relative"), FRIEND("Friend"),
        NEIGHBOR("Neighbor"), FAITH_LEADER("Faith leader"), PROFESSIONAL("Professional"), OTHER("Other");

        private final String words;

        Relation(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    /** What they do for the client, by agreement or by law. */
    public enum Role implements Worded {
        EMERGENCY("Call in an emergency"), CAREGIVER("Cares for them"), GUARDIAN("Legal guardian"), HEALTH_AGENT("Decides on health care if they cannot"),
        POWER_OF_ATTORNEY("Power of attorney"), PAYEE("Representative payee"), ADVOCATE("Speaks for them");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    /** What the client lets us do with them. Nothing is let that is not here (45 CFR 164.510(b)). */
    public enum Permission implements Worded {
        KNOW("May know that we work together"), TALK("We may talk with them about the client"), COPIES("May get copies"), DECIDE("May decide with the client");

        private final String words;

        Permission(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    public Support {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
        if (permissions.contains(Permission.TALK) && sayWho == YesNo.NO) {
            throw Refused.invalid("You ticked that we may talk with them about the client, and also that we may not say who we are. Only one can hold.").at("sayWho");
        }
    }

    Support end(LocalDate today) {
        if (endedOn != null) {
            throw Refused.conflict("They no longer support this client since {day}.", endedOn);
        }
        return new Support(id, clientId, name, relation, roles, permissions, phone, email, language, leaveMessage, sayWho, words, today, version);
    }
}
