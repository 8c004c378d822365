package org.casebridge.demo;

import static org.casebridge.demo.DemoLife.at;
import static org.casebridge.demo.DemoLife.mobile;
import static org.casebridge.demo.DemoLife.person;
import static org.casebridge.demo.DemoTale.aim;
import static org.casebridge.demo.DemoTale.step;

import java.util.List;
import org.casebridge.careplans.Achievement;
import org.casebridge.careplans.Goal.Party;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.Race;
import org.casebridge.clients.Sex;
import org.casebridge.codes.NeedCategory;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;

/** Those of the programme that treats substance use disorders, under 42 CFR Part 2: nobody else of the demo agency meets them. */
final class DemoLivesThree {

    private DemoLivesThree() {}

    static List<DemoLife> all() {
        return List.of(calvin(), marisol(), theo());
    }

    private static DemoLife calvin() {
        var calvin = person(PersonName.legal("Calvin", "Beaumont"), "1981-05-30", Sex.MALE, "he/him", List.of("en"), Race.BLACK_OR_AFRICAN_AMERICAN);
        return DemoLife.of("calvin", 84, at(calvin, "56 Henry St, Apt 2B", "10002", mobile("78")), it -> it
                .enters(83, DemoAgency.RECOVERY)
                .meets(80, Mode.OFFICE, 60, "Eleven days without a drink. Cooks again on Sundays and wants his knife roll back from the pawn shop.")
                .plans(74, "A chef for twenty years; his sister calls every evening.",
                        aim("Cook for a living again, sober", NeedCategory.WORK, "Six weeks in the same kitchen", 60, step("Evening group, three times a week", Party.CLIENT, "Calvin", "until spring"),
                                step("Letter for the kitchen training", Party.STAFF, "Lena Marsh", "")))
                .does(60, 0, 1)
                .moves(31, Mode.OFFICE, 40, "Two weeks at the training kitchen. Left early once rather than stay where people drank.", 0, Achievement.IMPROVING, "Two weeks in the same kitchen")
                .meets(5, Mode.PHONE, 15, "A hard weekend, no drink. Asked to move the group to mornings."));
    }

    private static DemoLife marisol() {
        var marisol = person(PersonName.legal("Marisol", "Quintana"), "1993-09-14", Sex.FEMALE, "she/her", List.of("es", "en"), Race.WHITE);
        return DemoLife.of("marisol", 40, at(marisol, "330 E 4th St", "10009", mobile("79")), it -> it
                .enters(39, DemoAgency.RECOVERY)
                .meets(36, Mode.OFFICE, 50, "On buprenorphine since the summer. Wants her daughter to sleep at her place again.")
                .meets(20, Mode.OFFICE, 45, "Visits on Saturdays go well; the court asks for a letter, and she decides what stands in it.")
                .tries(4, Mode.PHONE, Contact.Outcome.NO_ANSWER, "No answer; she works nights this week."));
    }

    private static DemoLife theo() {
        var theo = person(PersonName.legal("Theo", "Vandenberg"), "1975-01-08", Sex.MALE, "he/him", List.of("en"), Race.WHITE);
        return DemoLife.of("theo", 9, at(theo, "No mail here: ask at the front desk", "10002", mobile("80")), it -> it
                .enters(8, DemoAgency.RECOVERY)
                .meets(7, Mode.OFFICE, 55, "Came by himself on the third try. Would like a place in a day program, and his bicycle repaired to get there."));
    }
}
