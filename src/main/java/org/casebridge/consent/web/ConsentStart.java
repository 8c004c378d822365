package org.casebridge.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.clients.Client;
import org.casebridge.consent.Consent;
import org.casebridge.consent.Designation;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** With what the form of a consent begins: what is known already, and the words the law wants the client to hear, in the client's language. */
@Component
class ConsentStart {

    private final Accounts accounts;
    private final Clock clock;

    ConsentStart(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }

    /** A year, unless the client wants another end. */
    Map<String, List<String>> fresh(Client person, @Nullable UUID organization, String recipient) {
        var today = today();
        var born = person.about().bornOn();
        var language = person.about().languages().isEmpty() ? "en" : person.about().languages().getFirst();
        var known = new HashMap<String, List<String>>();
        known.put("discloser", List.of(accounts.get(Actor.current().account()).agencyName()));
        known.put("classes", List.of("GENERAL"));
        known.put("startsOn", List.of(today.toString()));
        known.put("signedOn", List.of(today.toString()));
        known.put("expiresOn", List.of(today.plusYears(1).toString()));
        known.put("language", List.of(language));
        known.put("signer", List.of(born != null && today.isBefore(born.plusYears(Consent.OF_AGE)) ? "MINOR" : "CLIENT"));
        known.put("signedBy", List.of(person.name()));
        var spoken = Locale.forLanguageTag(language).getLanguage().equals("es") ? Locale.of("es") : Locale.ENGLISH;
        known.put("revokeHow", List.of(Say.<String, RuntimeException>in(spoken, () -> Say.say("At any time, by telling or writing to us. What was shared before stays shared."))));
        known.put("refusalMeans", List.of(Say.<String, RuntimeException>in(spoken, () -> Say.say("We help you all the same. What needs the other agency may take longer."))));
        if (!recipient.isBlank()) {
            known.put("kind", List.of("ORGANIZATION"));
            known.put("recipient", List.of(recipient));
            known.put("organizationName", List.of(recipient));
            known.put("purposes", List.of("SERVICES"));
            known.put("parts", List.of("PERSON", "REFERRALS"));
            if (organization != null) {
                known.put("organization", List.of(organization.toString()));
            }
        }
        return known;
    }

    Map<String, List<String>> again(Client person, Consent old) {
        var known = new HashMap<>(fresh(person, old.designation().organization(), ""));
        known.put("replaces", List.of(old.id().text()));
        known.put("classes", names(old.scope().classes()));
        known.put("parts", names(old.scope().parts()));
        known.put("described", List.of(old.scope().described()));
        known.put("discloser", List.of(old.discloser()));
        known.put("kind", List.of(old.designation().kind().name()));
        if (old.designation().kind() != Designation.Kind.TREATING) {
            known.put("recipient", List.of(old.designation().name()));
            known.put("organizationName", List.of(old.designation().name()));
        }
        if (old.designation().organization() != null) {
            known.put("organization", List.of(old.designation().organization().toString()));
        }
        known.put("address", List.of(old.designation().address()));
        known.put("intermediary", List.of(String.valueOf(old.designation().intermediary())));
        known.put("members", List.of(old.designation().members()));
        known.put("purposes", names(old.aim().purposes()));
        known.put("purposeWords", List.of(old.aim().words()));
        known.put("expiresWhen", List.of(old.term().expiresWhen()));
        return known;
    }

    private static List<String> names(Set<? extends Enum<?>> choices) {
        return choices.stream().map(Enum::name).sorted().toList();
    }
}
