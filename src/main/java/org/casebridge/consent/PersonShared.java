package org.casebridge.consent;

import static org.casebridge.web.Say.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Languages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who somebody is and how to reach them, as it can be shared. Numbers that open doors (Social Security, passport) are never among it. */
@Configuration(proxyBeanMethods = false)
class PersonShared {

    @Bean
    Shareable whoTheyAre(Clients clients) {
        return Shareable.of(Part.PERSON, client -> {
            var person = clients.get(client);
            var about = person.about();
            var lines = new ArrayList<String>();
            if (about.bornOn() != null) {
                lines.add(say("Born {day}", about.bornOn()));
            }
            if (!about.pronouns().isBlank()) {
                lines.add(say("Pronouns: {pronouns}", about.pronouns()));
            }
            if (!about.languages().isEmpty()) {
                lines.add(say("Languages: {languages}", about.languages().stream().map(Languages::name).collect(Collectors.joining(", "))));
            }
            if (about.interpreter() != null) {
                lines.add(say(about.interpreter()));
            }
            return List.of(Piece.of(Part.PERSON, client.value(), null, person.name(), lines));
        });
    }

    /** An address or number marked as not safe, or confidential, is where someone in danger may be found: it leaves only when that class may. */
    @Bean
    Shareable howToReachThem(Clients clients) {
        return Shareable.of(Part.REACHING, client -> {
            var person = clients.get(client);
            var points = person.points().stream().map(it -> new Piece(Part.REACHING, part(client, "point", person.points().indexOf(it)), classes(it.unsafe()), null,
                    it.value(), List.of(say(it.usage()), it.note())));
            var places = person.addresses().stream().filter(it -> !it.broken()).map(it -> new Piece(Part.REACHING, part(client, "place", person.addresses().indexOf(it)), classes(it.unsafe() || it.confidential()), null,
                    it.kind() == org.casebridge.clients.Address.Kind.NO_FIXED_ADDRESS ? say(it.kind()) : it.shown(), List.of(say(it.kind()), it.words()), it.confidential()));
            return Stream.concat(points, places).toList();
        });
    }

    private static Set<DataClass> classes(boolean unsafe) {
        return Set.of(unsafe ? DataClass.DV_LOCATION : DataClass.GENERAL);
    }

    /** A name for one of a client's numbers or addresses, which have no key of their own: by its place. */
    private static UUID part(ClientId client, String kind, int place) {
        return UUID.nameUUIDFromBytes((client.text() + kind + place).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
