package org.casebridge.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.clients.About;
import org.casebridge.clients.Address;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.Identifier;
import org.casebridge.clients.Interpreter;
import org.casebridge.clients.NameUse;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.Sex;
import org.casebridge.clients.YesNo;
import org.casebridge.caseload.StoryKind;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** People who live together: one culture, mostly one family name, one address, one worker; and of each who they are and how to reach them. */
final class SeederHousehold {

    private static final List<String> STREETS = List.of("Alder St", "Maple Ave", "Oak St", "2nd Ave", "Division St", "Pine St", "Cedar Ln", "Washington Blvd", "Lincoln Ave",
            "Hillcrest Dr", "River Rd", "Church St", "Park Ave", "Chestnut St", "Highland Ave", "Spring St", "Martin Luther King Jr Blvd", "Mill St", "Prospect Ave", "Railroad St");
    private static final List<String> TOWNS = List.of("Albany,NY,122", "Troy,NY,121", "Schenectady,NY,123", "Cohoes,NY,120", "Rensselaer,NY,121", "Watervliet,NY,121", "Saratoga Springs,NY,128", "Hudson,NY,125");
    private static final List<String> FAITHS = List.of("Prays five times a day; no visits on Friday at noon", "Keeps Shabbat", "No pork, no alcohol", "A woman should come along on home visits",
            "Sweat lodge on the first weekend of the month", "Vegetarian", "Takes shoes off at the door");

    private final SeederAgency agency;
    private final SeederRows rows;
    private final SeederDice dice;
    private final SeederCulture culture;
    private final SeederAgency.Worker worker;
    private final String family;
    private final @Nullable Address home;
    private final List<SeederClient> members = new ArrayList<>();

    SeederHousehold(SeederAgency agency, SeederRows rows, SeederDice dice) {
        this.agency = agency;
        this.rows = rows;
        this.dice = dice;
        culture = SeederCulture.any(dice);
        worker = agency.manager(dice);
        family = culture.family(dice);
        home = dice.percent(7) ? null : home();
    }

    SeederAgency.Worker worker() {
        return worker;
    }

    List<SeederClient> members() {
        return members;
    }

    /** The next who lives here: first two grown-ups, then mostly children. {@code number} counts all clients of all seeds. */
    SeederClient add(int number) {
        var asked = agency.asked();
        var grown = members.size() < 2 || dice.percent(20);
        var born = asked.asOf().minusDays(grown ? dice.between(19 * 365, dice.percent(25) ? 92 * 365 : 58 * 365) : dice.between(90, 17 * 365));
        var came = members.isEmpty() ? asked.asOf().minusDays(dice.between(1, asked.days())) : members.getFirst().came();
        if (born.isAfter(came)) {
            born = came.minusDays(30);
        }
        var at = dice.at(came);
        var sex = dice.percent(55) ? Sex.FEMALE : dice.percent(98) ? Sex.MALE : Sex.ANOTHER;
        var names = names(sex, members.isEmpty() || dice.percent(80) ? family : culture.family(dice), grown);
        var preferred = names.size() > 1 && !names.get(1).family().isEmpty() ? names.get(1) : names.getFirst();
        var client = new SeederClient(dice.id(at), preferred.whole(), born, came, agency, dice, rows);
        members.add(client);
        write(client, sex, names, number);
        client.tell(at, StoryKind.PERSON, Sentence.of("Added to the record"), Sentence.of("by {name}", worker.name()), client.path("/person"), worker.id());
        return client;
    }

    private void write(SeederClient client, Sex sex, List<PersonName> names, int number) {
        var at = dice.at(client.came());
        var foreign = !culture.language.equals("en") && dice.percent(70);
        var languages = foreign ? dice.percent(50) ? List.of(culture.language, "en") : List.of(culture.language) : List.of("en");
        var interpreter = !foreign ? dice.percent(1) ? Interpreter.SIGN : Interpreter.NOT_NEEDED : dice.percent(65) ? Interpreter.SPOKEN : Interpreter.NOT_NEEDED;
        var races = dice.percent(4) ? List.of(culture.races.getFirst(), dice.of(SeederCulture.values()).races.getFirst()).stream().distinct().toList() : List.of(dice.of(culture.races));
        var died = client.age() > 70 && dice.percent(3) ? client.today().minusDays(dice.between(0, (int) Math.min(300, client.today().toEpochDay() - client.came().toEpochDay() - 1))) : null;
        rows.add(SeederTable.CLIENT, client.id(), client.name(), at.atOffset(ZoneOffset.UTC), worker.id(), 0, "seed:%d:%d".formatted(agency.asked().random(), number), client.bornOn(), dice.percent(3), sex, "",
                dice.percent(12) ? sex == Sex.FEMALE ? "she/her" : sex == Sex.MALE ? "he/him" : "they/them" : "", languages, interpreter, races, "",
                dice.percent(6) ? dice.of(FAITHS) : "", died != null, died, dice.percent(60) ? dice.of(Channel.CALL, Channel.CALL, Channel.TEXT, Channel.TEXT, Channel.EMAIL, Channel.LETTER) : null,
                dice.percent(25) ? dice.of("Mornings", "After 4 pm", "Not on Sundays", "Lunch time") : "", dice.percent(6) ? YesNo.NO : dice.percent(60) ? YesNo.YES : null,
                dice.percent(4) ? YesNo.NO : dice.percent(50) ? YesNo.YES : null, dice.percent(3) ? List.of(Channel.LETTER) : List.of(),
                dice.percent(3) ? "Do not call when " + dice.of("he", "she", "the landlord") + " is at home" : "");
        rows.add(SeederTable.CUSTODY, client.id(), agency.id());
        var points = points(client);
        var identifiers = identifiers(client);
        int place = 0;
        for (var name : names) {
            rows.add(SeederTable.PERSON_NAME, client.id(), place++, name.usage(), name.given(), name.family(), name.suffix(), name.written(), name.until());
        }
        place = 0;
        for (var point : points) {
            rows.add(SeederTable.CONTACT_POINT, client.id(), place++, point.kind(), point.value(), point.number(), point.usage(), point.unsafe(), point.note());
        }
        var address = home == null ? new Address(Address.Kind.NO_FIXED_ADDRESS, "", "", "", "", "US", dice.of("Day shelter on 2nd Avenue", "Library steps, mornings", "In the car behind the mill", "With a cousin for now"), false) : home;
        var lives = agency.parts().row(client.id(), dice.id(at), 0, address);
        rows.add(SeederTable.ADDRESS, lives.id(), lives.client(), lives.place(), lives.kind(), lives.street(), lives.city(), lives.region(), lives.postalCode(), lives.country(), lives.words(),
                lives.unsafe(), lives.confidential(), lives.latitude(), lives.longitude(), lives.sealed());
        place = 0;
        for (var identifier : identifiers) {
            var row = agency.parts().row(client.id(), dice.id(at), place++, identifier);
            rows.add(SeederTable.IDENTIFIER, row.id(), row.client(), row.place(), row.kind(), row.system(), row.value(), row.sealed(), row.token());
        }
        for (var key : agency.parts().keys(names, About.born(client.bornOn()), points, identifiers)) {
            rows.add(SeederTable.SEARCH_KEY, client.id(), agency.id(), key.kind(), key.token());
        }
    }

    private List<PersonName> names(Sex sex, String family, boolean grown) {
        var names = new ArrayList<PersonName>();
        names.add(culture.name(dice, sex, family));
        if (grown && dice.percent(12)) {
            names.add(PersonName.preferred(names.getFirst().given().isEmpty() ? names.getFirst().whole() : names.getFirst().given().substring(0, Math.min(names.getFirst().given().length(), 3))));
        } else if (grown && sex == Sex.FEMALE && dice.percent(10)) {
            names.add(new PersonName(NameUse.BIRTH, names.getFirst().given(), latin(culture.family(dice)), "", "", null));
        }
        return names;
    }

    private List<ContactPoint> points(SeederClient client) {
        var points = new ArrayList<ContactPoint>();
        if (client.age() >= 14 && !dice.percent(8)) {
            points.add(phone(dice.percent(80) ? ContactPoint.Usage.MOBILE : ContactPoint.Usage.HOME, dice.percent(4)));
        }
        if (client.age() >= 18 && dice.percent(15)) {
            var other = phone(ContactPoint.Usage.SOMEONE_ELSE, false);
            if (points.isEmpty() || !other.value().equals(points.getFirst().value())) {
                points.add(other);
            }
        }
        if (client.age() >= 16 && dice.percent(35)) {
            points.add(ContactPoint.email("person%d@example.org".formatted(dice.below(10_000_000))));
        }
        return points;
    }

    /** Exchanges 555-0100 to 555-0199 are kept for fiction; the area codes spread them. */
    private ContactPoint phone(ContactPoint.Usage usage, boolean unsafe) {
        var area = dice.of("518", "838", "212", "315", "413", "802", "845", "914", "607", "716");
        var number = "+1%s55501%02d".formatted(area, dice.below(100));
        return new ContactPoint(ContactPoint.Kind.PHONE, "(%s) 555-01%s".formatted(area, number.substring(10)), number, usage, unsafe, "");
    }

    private List<Identifier> identifiers(SeederClient client) {
        var identifiers = new ArrayList<Identifier>();
        if (dice.percent(45)) {
            identifiers.add(new Identifier(Identifier.Kind.MEDICAID, Identifier.Kind.MEDICAID.uri(), "%c%c%05d%c".formatted('A' + dice.below(26), 'A' + dice.below(26), dice.below(100_000), 'A' + dice.below(26))));
        }
        if (client.age() >= 18 && dice.percent(20)) {
            // 900 to 999 begins no Social Security number that was ever given out (20 CFR 422.103).
            identifiers.add(new Identifier(Identifier.Kind.SSN, Identifier.Kind.SSN.uri(), "9%02d-%02d-%04d".formatted(dice.below(100), dice.between(1, 49), dice.below(10_000))));
        }
        return identifiers;
    }

    private Address home() {
        var town = dice.early(TOWNS).split(",");
        return Address.home("%d %s%s".formatted(dice.between(1, 2400), dice.of(STREETS), dice.percent(40) ? ", Apt " + dice.between(1, 40) : ""), town[0], town[1], town[2] + "%02d".formatted(dice.below(30)));
    }

    private static String latin(String name) {
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    }
}
