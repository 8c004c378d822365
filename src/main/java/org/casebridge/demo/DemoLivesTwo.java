package org.casebridge.demo;

import static org.casebridge.demo.DemoClose.lives;
import static org.casebridge.demo.DemoClose.supports;
import static org.casebridge.demo.DemoLife.at;
import static org.casebridge.demo.DemoLife.mobile;
import static org.casebridge.demo.DemoLife.person;
import static org.casebridge.demo.DemoTale.aim;
import static org.casebridge.demo.DemoTale.step;

import java.util.List;
import org.casebridge.careplans.Achievement;
import org.casebridge.careplans.Goal.Party;
import org.casebridge.caseload.CaseFile.CloseReason;
import org.casebridge.clients.HouseholdRole;
import org.casebridge.clients.NameUse;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.Race;
import org.casebridge.clients.Sex;
import org.casebridge.clients.Support.Permission;
import org.casebridge.clients.Support.Relation;
import org.casebridge.clients.Support.Role;
import org.casebridge.codes.NeedCategory;
import org.casebridge.intake.HelpRequest.Asker;
import org.casebridge.intake.HelpRequest.Urgency;
import org.casebridge.intake.Intake;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;

/** Those at the beginning, at the end, come back, gone quiet, or waiting. */
final class DemoLivesTwo {

    private DemoLivesTwo() {}

    static List<DemoLife> all() {
        return List.of(sunita(), yusuf(), ruth(), piotr(), alex(), david(), keola());
    }

    private static DemoLife sunita() {
        var sunita = person(PersonName.legal("Sunita", ""), "1970-03-03", Sex.FEMALE, "she/her", List.of("hi", "en"), Race.ASIAN);
        return DemoLife.of("sunita", 1, at(sunita, "37-20 74th St", "11372", mobile("71")), it -> it
                .asks(1, Asker.FAMILY, "Her nephew Arjun", Urgency.TWO_DAYS, "The heating is off since Thursday and my chest hurts in the cold.", NeedCategory.UTILITIES, NeedCategory.HEALTH)
                .with(1, supports("Arjun", Relation.OTHER_RELATIVE, "79", List.of(), Permission.KNOW)));
    }

    private static DemoLife yusuf() {
        var yusuf = person(PersonName.legal("Yusuf Abdi", "Warsame"), "1985-12-01", Sex.MALE, "he/him", List.of("so", "en"), Race.BLACK_OR_AFRICAN_AMERICAN);
        return DemoLife.of("yusuf", 175, at(yusuf, "2400 Grand Concourse", "10458", mobile("72")), it -> it
                .asks(175, Asker.CLINIC, "Bronx Family Clinic", Urgency.MONTH, "Work again with this back.", NeedCategory.HEALTH, NeedCategory.WORK)
                .opens(170, "Health Navigation", "manager")
                .meets(166, Mode.OFFICE, 45, "Drove a taxi for nine years. Back surgery in spring. Wants to work at a desk.")
                .with(166, lives("Hodan Ali", "1988-07-09", HouseholdRole.PARTNER), lives("Ayaan", "2011-01-20", HouseholdRole.CHILD), lives("Idris", "2013-05-05", HouseholdRole.CHILD),
                        lives("Hamdi", "2016-09-17", HouseholdRole.CHILD), lives("Zakaria", "2020-02-11", HouseholdRole.CHILD))
                .plans(160, "Speaks four languages; knows the city by heart; four children who tease him into walking.",
                        aim("A job that my back can do", NeedCategory.WORK, "First pay slip", -70, step("Course for dispatchers", Party.CLIENT, "Yusuf", "six weeks"), step("Apply at three companies", Party.CLIENT, "Yusuf", "")))
                .does(120, 0, 2)
                .moves(95, Mode.OFFICE, 30, "Came with his first pay slip and a cake.", 0, Achievement.ACHIEVED, "Works as a dispatcher, full time")
                .completes(91, "Works as a dispatcher, full time")
                .closes(90, CloseReason.GOALS_MET, "Works as a dispatcher, full time; back pain under control; knows whom to call.", "")
                .returns(12, "manager")
                .meets(8, Mode.PHONE, 15, "The night shift was cut and the insurance with it. Wants help to find cover before the next check of his back."));
    }

    private static DemoLife ruth() {
        var ruth = person(PersonName.legal("Ruth", "Begay"), "1950-06-11", Sex.FEMALE, "she/her", List.of("nv", "en"), Race.AMERICAN_INDIAN_OR_ALASKA_NATIVE);
        return DemoLife.of("ruth", 140, at(ruth, "11 Catherine Slip, Apt 9F", "10038", mobile("73")), it -> it
                .asks(140, Asker.SELF, "", Urgency.MONTH, "Company, and somebody who looks at my papers with me.", NeedCategory.PEOPLE, NeedCategory.MONEY)
                .opens(137, "Older Adults", "manager")
                .meets(131, Mode.HOME_VISIT, 60, "Tea. Forty years of weaving on the walls. No visitors since her neighbor moved.")
                .plans(122, "A master weaver who would like to teach; pays every bill on the day.",
                        aim("People at my table again", NeedCategory.PEOPLE, "Somebody to eat with twice a week", 35, step("Visit the senior center together", Party.STAFF, "Rosa Alvarez", ""),
                                step("Show the loom to the crafts group", Party.CLIENT, "Ruth", "")))
                .does(100, 0, 1)
                .moves(64, Mode.HOME_VISIT, 50, "Goes to lunch at the center on Tuesdays. Does not like the bus.", 0, Achievement.IMPROVING, "Once a week")
                .reviews(64, "It goes on as it is; perhaps a ride instead of the bus.")
                .tries(9, Mode.PHONE, Contact.Outcome.LEFT_MESSAGE, "Left a message; her voice mail was nearly full."));
    }

    private static DemoLife piotr() {
        var piotr = person(PersonName.legal("Piotr", "Zawadzki"), "1968-08-22", Sex.MALE, "he/him", List.of("pl", "en"), Race.WHITE);
        return DemoLife.of("piotr", 19, at(piotr, "No mail here: ask at the day center", "10003", mobile("74")), it -> it
                .asks(19, Asker.SELF, "", Urgency.MONTH, "I sleep all right at my cousin’s. But he marries in the summer.", NeedCategory.HOUSING)
                .waits(17, "Housing First", "All places are taken; two are expected by spring."));
    }

    private static DemoLife alex() {
        var alex = person(PersonName.legal("Alexandre", "Moreau"), "1999-04-17", Sex.ANOTHER, "they/them", List.of("fr", "en"), Race.WHITE).with(
                PersonName.legal("Alexandre", "Moreau"), PersonName.preferred("Alex"));
        return DemoLife.of("alex", 98, at(alex, "210 Bedford Ave, Apt 3", "11211", mobile("75")), it -> it
                .asks(98, Asker.SELF, "", Urgency.WEEK, "A therapist who does not ask me to explain myself first.", NeedCategory.MENTAL_HEALTH, NeedCategory.INSURANCE)
                .opens(96, "Health Navigation", "amara")
                .meets(92, Mode.VIDEO, 45, "Insurance ended with the last job. Sleeps four hours a night.")
                .meets(60, Mode.VIDEO, 30, "Marketplace plan in force. Third session with the new therapist.")
                .closes(31, CloseReason.CLIENT_CHOICE, "Insured again and in therapy every week. Alex says: I can take it from here.", ""));
    }

    private static DemoLife david() {
        var name = new PersonName(NameUse.LEGAL, "דוד", "לוי", "", "דוד לוי", null);
        var david = person(name, "1939-10-05", Sex.MALE, "he/him", List.of("he", "en"), Race.WHITE);
        return DemoLife.of("david", 4, at(david, "90 Pitt St, Apt 12C", "10002", mobile("76")), it -> it
                .asks(4, Asker.FAMILY, "His granddaughter Noa", Urgency.WEEK, "I can manage. I only need somebody to read the small print.", NeedCategory.DAILY_LIVING, NeedCategory.HEALTH)
                .opens(3, "Older Adults", "manager")
                .with(3, supports("Noa Levi", Relation.OTHER_RELATIVE, "78", List.of(Role.EMERGENCY, Role.ADVOCATE), Permission.KNOW, Permission.TALK))
                .appointment("First home visit", 1, 11, 60, "David and Noa", "90 Pitt St, Apt 12C"));
    }

    private static DemoLife keola() {
        var keola = person(PersonName.legal("Keola", "Kahale"), "1991-02-28", Sex.MALE, "he/him", List.of("en"), Race.NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER);
        return DemoLife.of("keola", 11, at(keola, "14 Journal Sq, Jersey City", "07306", mobile("77")), it -> it
                .asks(11, Asker.SELF, "", Urgency.WEEK, "Help with the rent, just this once.", NeedCategory.MONEY)
                .declined(10, Intake.DeclineReason.OUT_OF_AREA, "You live outside our area; the county’s rental help takes calls until 6 pm, and we gave you the number."));
    }
}
