package org.casebridge.demo;

import static org.casebridge.demo.DemoClose.lives;
import static org.casebridge.demo.DemoClose.supports;
import static org.casebridge.demo.DemoLife.at;
import static org.casebridge.demo.DemoLife.mobile;
import static org.casebridge.demo.DemoLife.person;
import static org.casebridge.demo.DemoTale.aim;
import static org.casebridge.demo.DemoTale.step;

import java.time.LocalTime;
import java.util.List;
import org.casebridge.advocacy.Issue;
import org.casebridge.advocacy.IssueStep;
import org.casebridge.careplans.Achievement;
import org.casebridge.careplans.Goal.Party;
import org.casebridge.clients.Channel;
import org.casebridge.clients.HouseholdRole;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.Race;
import org.casebridge.clients.SafeContact;
import org.casebridge.clients.Sex;
import org.casebridge.clients.Support.Permission;
import org.casebridge.clients.Support.Relation;
import org.casebridge.clients.Support.Role;
import org.casebridge.clients.YesNo;
import org.casebridge.codes.NeedCategory;
import org.casebridge.intake.HelpRequest.Asker;
import org.casebridge.intake.HelpRequest.Urgency;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;
import org.casebridge.monitoring.AcuityLevel;
import org.casebridge.monitoring.Mark;
import org.casebridge.monitoring.Promise;
import org.casebridge.tasks.Task;

/** Those whose work is in full swing. */
final class DemoLivesOne {

    private DemoLivesOne() {}

    static List<DemoLife> all() {
        return List.of(kofi(), maria(), hanh(), dolores(), tyrell(), aaliyah());
    }

    private static DemoLife kofi() {
        var kofi = person(PersonName.legal("Kofi", "Mensah"), "1979-05-02", Sex.MALE, "he/him", List.of("en", "tw"), Race.BLACK_OR_AFRICAN_AMERICAN);
        return DemoLife.of("kofi", 118, at(kofi, "418 E 9th St, Apt 2", "10009", mobile("12")), it -> it
                .asks(118, Asker.SELF, "", Urgency.TWO_DAYS, "I want my own door key again, and my son to stay over on weekends.", NeedCategory.HOMELESSNESS, NeedCategory.FAMILY)
                .opens(116, "Housing First", "manager")
                .meets(113, Mode.OFFICE, 55, "First long talk. He slept in his car until last month, now on a friend’s sofa, which ends soon. Cooks for a living, proud of it.")
                .with(113, supports("Abena Mensah", Relation.PARENT, "13", List.of(Role.EMERGENCY), Permission.KNOW, Permission.TALK))
                .phq9(112, 3, 3, 2, 2, 2, 2, 2, 1, 0)
                .plans(106, "Cooks for a living; never missed a visit with his son; knows the neighborhood.",
                        aim("A home of my own", NeedCategory.HOMELESSNESS, "A lease in his name", 68,
                                step("Gather birth certificate, ID and pay slips", Party.CLIENT, "Kofi", "by the end of the month"),
                                step("Apply for the voucher", Party.STAFF, "Rosa Alvarez", "with him at the office"),
                                step("Voucher interview", Party.CLIENT, "Kofi", "Rosa comes along"),
                                step("Look at three apartments", Party.CLIENT, "Kofi", "two a week"),
                                step("Sign the lease", Party.CLIENT, "Kofi", ""))
                                .scaled("In the car", "On a friend’s sofa", "A lease in his name", "A lease, and Kwame has a bed there", "A lease for two years, with the rent put aside"),
                        aim("Weekends with Kwame", NeedCategory.FAMILY, "Kwame stays every second weekend", 30,
                                step("Ask the court for the form", Party.AGENCY, "Legal Aid", ""),
                                step("First weekend at grandmother’s", Party.SUPPORT, "Abena Mensah", "")))
                .does(90, 0, 2)
                .moves(75, Mode.PHONE, 12, "From work, in the break: papers complete, form signed and posted.", 0, Achievement.IMPROVING, "Application is in")
                .phq9(62, 2, 2, 2, 1, 1, 1, 1, 1, 0)
                .asksOthers(41, Contact.Party.PROVIDER, "Housing Authority", 18, "He was taken off the wait list: a letter came back. The letter went to the old address.")
                .raises(40, Issue.Party.LANDLORD, "New York City Housing Authority", "Removal from the wait list", "Put him back at his old place: the letter went to an address he had changed in writing.",
                        12, "30 days after they got our letter, by their own rules", "Their admissions plan: an applicant is heard before removal")
                .step(39, IssueStep.How.WROTE, "Letter with a copy of his change of address, sent by certified mail.")
                .step(18, IssueStep.How.CALLED, "Ms. Greene has the file on her desk and asks for the receipt. Sent it the same day.")
                .does(27, 1, 2)
                .moves(9, Mode.HOME_VISIT, 45, "Kwame stayed both nights. They cooked together. Kofi slept well for the first time in weeks.", 1, Achievement.ACHIEVED, "Two weekends in a row")
                .phq9(34, 1, 1, 2, 1, 1, 1, 1, 1, 0)
                .phq9(9, 2, 2, 3, 2, 2, 2, 2, 1, 0)
                .task(9, "Ask Ms. Greene whether the receipt arrived", -1, Task.Priority.URGENT)
                .promises(9, "I will call Ms. Greene about the receipt", Promise.By.US, 1)
                .promises(9, "He brings his last three pay slips", Promise.By.CLIENT, 4)
                .visit("See how the weekend with Kwame went", 2, 15, "418 E 9th St, Apt 2")
                .appointment("Voucher interview", 5, 10, 60, "Ms. Greene", "Housing Authority, 90 Church St"));
    }

    private static DemoLife maria() {
        var maria = person(PersonName.legal("María Fernanda", "Ortiz Salinas"), "1988-11-19", Sex.FEMALE, "she/her", List.of("es"), Race.HISPANIC_OR_LATINO);
        return DemoLife.of("maria", 74, at(maria, "1220 Ward Ave", "10472", mobile("23")), it -> it
                .asks(74, Asker.SCHOOL, "P.S. 47", Urgency.WEEK, "Quiero que mis hijos estén tranquilos y que nadie nos saque de aquí.", NeedCategory.HOUSING, NeedCategory.EDUCATION, NeedCategory.FOOD)
                .opens(72, "Family Support", "manager")
                .meets(70, Mode.HOME_VISIT, 60, "With an interpreter by phone. Three children, the eldest translates for her at school and should not have to. Rent two months late.")
                .with(70, lives("Lucía", "2012-03-14", HouseholdRole.CHILD), lives("Mateo", "2015-10-02", HouseholdRole.CHILD), lives("Sofía", "2019-06-21", HouseholdRole.CHILD),
                        supports("Elena Ortiz Salinas", Relation.SIBLING, "24", List.of(Role.EMERGENCY), Permission.KNOW, Permission.TALK))
                .plans(64, "Three children who do well at school; a sister around the corner; makes a dollar last.",
                        aim("Stay in our home", NeedCategory.HOUSING, "No rent owed", 40, step("Apply for one-time rent help", Party.STAFF, "Rosa Alvarez", "this week"),
                                step("Bring the lease and the notice", Party.CLIENT, "María", ""), step("Agree on payments with the landlord", Party.AGENCY, "Legal Aid", "")),
                        aim("An interpreter at every school meeting", NeedCategory.EDUCATION, "No child translates any more", 60, step("Ask the school in writing", Party.STAFF, "Rosa Alvarez", "")))
                .does(50, 0, 1)
                .raises(45, Issue.Party.SCHOOL, "P.S. 47", "No interpreter at school meetings", "A qualified interpreter at every meeting about her children.", -4, "Promised within six weeks at the meeting",
                        "Title VI of the Civil Rights Act of 1964")
                .step(44, IssueStep.How.MET, "The principal agrees and will ask the district.")
                .step(20, IssueStep.How.CALLED, "The office says the request is with the district.")
                .moves(16, Mode.HOME_VISIT, 50, "Rent help approved. The landlord waits for the first half. The children showed their report cards.", 0, Achievement.IMPROVING, "Help approved, one month still owed")
                .task(16, "Call the landlord about the payment plan", 2, Task.Priority.NORMAL));
    }

    private static DemoLife hanh() {
        var name = new PersonName(org.casebridge.clients.NameUse.LEGAL, "Thị Hạnh", "Nguyễn", "", "Nguyễn Thị Hạnh", null);
        var hanh = person(name, "1961-02-08", Sex.FEMALE, "she/her", List.of("vi"), Race.ASIAN);
        return DemoLife.of("hanh", 52, at(hanh, "85 Baxter St, Apt 5B", "10013", mobile("31")), it -> it
                .asks(52, Asker.CLINIC, "Canal Street Clinic", Urgency.WEEK, "I do not understand the letters about my insulin.", NeedCategory.HEALTH, NeedCategory.MEDICAL_COSTS, NeedCategory.HEALTH_LITERACY)
                .opens(50, "Health Navigation", "manager")
                .meets(47, Mode.OFFICE, 50, "With an interpreter. Skips insulin at the end of the month to make it last. Two bills she did not know were not hers to pay.")
                .plans(43, "Keeps every paper in order; walks to the temple each morning; trusted by her neighbors.",
                        aim("My insulin, every day of the month", NeedCategory.HEALTH, "No day without it for three months", 75,
                                step("Renew Medicaid", Party.STAFF, "Rosa Alvarez", "before it ends"), step("Ask the pharmacy for a month’s supply", Party.CLIENT, "Mrs. Nguyễn", "")))
                .does(30, 0, 1)
                .moves(21, Mode.PHONE, 20, "With an interpreter: Medicaid renewed, card arrived, insulin picked up.", 0, Achievement.IMPROVING, "Three weeks without a gap")
                .raises(33, Issue.Party.PROVIDER, "St. Brigid Hospital", "A bill that Medicaid covers", "Take back the bill of the emergency visit and tell the collection agency.", null, "", "42 CFR 447.15: a provider accepts Medicaid’s payment as full")
                .settles(13, Issue.Result.GRANTED, "Bill withdrawn in writing; the collection agency was told. She has the letter."));
    }

    private static DemoLife dolores() {
        var dolores = person(PersonName.legal("Dolores", "Whitaker"), "1944-07-30", Sex.FEMALE, "she/her", List.of("en"), Race.WHITE);
        return DemoLife.of("dolores", 33, at(dolores, "300 E 5th St, Apt 1A", "10003", mobile("44")), it -> it
                .asks(33, Asker.HOSPITAL, "Mercy Point Hospital", Urgency.TWO_DAYS, "I want to go home to my cat, and I want to go home on my own two feet.", NeedCategory.HEALTH, NeedCategory.DAILY_LIVING)
                .opens(32, "Older Adults", "manager")
                .meets(30, Mode.ELSEWHERE, 40, "At the rehab unit. Walks ten steps with the frame. Her daughter Joan calls every evening.")
                .with(30, supports("Joan Whitaker", Relation.CHILD, "45", List.of(Role.EMERGENCY, Role.HEALTH_AGENT), Permission.KNOW, Permission.TALK, Permission.DECIDE))
                .plans(26, "A retired bookkeeper, sharp as ever; her daughter Joan; a ground-floor apartment.",
                        aim("Home, walking", NeedCategory.DAILY_LIVING, "Up and down the front steps alone", 21, step("Three more weeks of rehab", Party.AGENCY, "Elm Grove Rehabilitation", "daily"),
                                step("Grab bars in the bathroom", Party.SUPPORT, "Joan Whitaker", "before discharge"), step("Home health visits ordered", Party.STAFF, "Rosa Alvarez", "")))
                .raises(2, Issue.Party.INSURER, "Harborview Medicare Advantage", "Rehab stay denied", "Go on paying for the stay: she gains every week and cannot manage the steps yet.", 1,
                        "72 hours for an expedited decision, 42 CFR 422.572(a)", "42 CFR 422.584: expedited reconsideration")
                .step(2, IssueStep.How.FILED, "Expedited appeal faxed with the therapist’s notes.")
                .step(1, IssueStep.How.CALLED, "Received; a physician reviews it. They ask for the papers of her earlier fall.")
                .asksOthers(1, Contact.Party.SUPPORT, "Joan Whitaker", 15, "Told Joan where the appeal stands. She sends the papers of the earlier fall tonight.")
                .appointment("Team meeting at Elm Grove", 0, 15, 45, "Dr. Shah, Joan", "Elm Grove Rehabilitation")
                .task(1, "Send the papers of the earlier fall to the plan", 0, Task.Priority.URGENT));
    }

    private static DemoLife tyrell() {
        var tyrell = person(PersonName.legal("Tyrell", "Jefferson"), "2003-01-14", Sex.MALE, "he/him", List.of("en"), Race.BLACK_OR_AFRICAN_AMERICAN);
        return DemoLife.of("tyrell", 61, at(tyrell, "52 Avenue C", "10009", mobile("55")), it -> it
                .asks(61, Asker.AGENCY, "Northgate Youth Shelter", Urgency.WEEK, "A room and a job. In that order.", NeedCategory.HOMELESSNESS, NeedCategory.WORK)
                .opens(59, "Housing First", "sam")
                .meets(56, Mode.OFFICE, 45, "Aged out of foster care. Has a forklift licence that runs out in spring.")
                .tries(30, Mode.PHONE, Contact.Outcome.NO_ANSWER, "Phone off.")
                .tries(22, Mode.TEXT, Contact.Outcome.LEFT_MESSAGE, "Texted him the opening hours.")
                .tries(14, Mode.ELSEWHERE, Contact.Outcome.NO_ANSWER, "Not at the shelter; staff saw him on Sunday.")
                .needs(13, AcuityLevel.HIGH, "Sleeps outside since the shelter closed its day room")
                .flag(13, Mark.About.SAFETY_OF_STAFF, "Look for him in pairs after dark"));
    }

    private static DemoLife aaliyah() {
        var aaliyah = person(PersonName.legal("Aaliyah", "Rahman"), "1995-09-27", Sex.FEMALE, "she/her", List.of("en", "bn"), Race.ASIAN);
        var rules = new SafeContact(Channel.TEXT, "weekdays 10 to 14", YesNo.NO, YesNo.NO, List.of(Channel.LETTER), "Text “Is the book in?” first and wait for yes.");
        return DemoLife.of("aaliyah", 27, at(DemoLife.safely(aaliyah, rules), "Address kept by the shelter", "10002", mobile("66")), it -> it
                .asks(27, Asker.HOTLINE, "Safe Line", Urgency.TWO_DAYS, "Somewhere he cannot find us.", NeedCategory.PARTNER_VIOLENCE, NeedCategory.HOUSING)
                .opens(27, "Family Support", "amara")
                .meets(26, Mode.ELSEWHERE, 70, "At the shelter. Safety plan gone through line by line. Her daughter starts at the new school on Monday.")
                .with(26, lives("Noor", "2018-04-30", HouseholdRole.CHILD))
                .raises(20, Issue.Party.COURT, "Family Court, Manhattan", "Order of protection", "A temporary order that names the school too.", 6, "Hearing date on the summons", "Family Court Act, article 8")
                .meets(6, Mode.TEXT, 10, "She and her daughter are well. Hearing is on the calendar; Amara comes along.")
                .safely(5, LocalTime.of(10, 0), LocalTime.of(14, 0), "Is the book in?"));
    }
}
