package org.casebridge.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.ChangeMember;
import org.casebridge.caseload.Team;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.AddService;
import org.casebridge.directory.Capacity;
import org.casebridge.directory.OpenHours;
import org.casebridge.directory.SavePlace;
import org.casebridge.directory.SaveService;
import org.casebridge.directory.Services;
import org.casebridge.workforce.AddCredential;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Worker;
import org.casebridge.workforce.Workers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Fills the demo agency: what its people are qualified for, a few services to refer to, and the clients with their tales. Nobody is made twice. */
@Service
class DemoPeople {

    private static final DayOfWeek[] WORKDAYS = {DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY};

    private final DemoWays ways;
    private final Team team;
    private final Workers workers;
    private final Services services;
    private final DemoReferrals referrals;
    private final DemoMatching matching;
    private final DemoPlans plans;
    private final DemoWeights weights;
    private final Clock clock;

    DemoPeople(DemoWays ways, Team team, Workers workers, Services services, DemoReferrals referrals, DemoMatching matching, DemoPlans plans, DemoWeights weights, Clock clock) {
        this.plans = plans;
        this.matching = matching;
        this.weights = weights;
        this.ways = ways;
        this.team = team;
        this.workers = workers;
        this.services = services;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** Adds who is missing; an agency that is whole stays as it is. */
    void fill() {
        families();
        recover();
    }

    private void families() {
        var machine = Actor.machine();
        var all = Stream.concat(DemoLivesOne.all().stream(), DemoLivesTwo.all().stream()).toList();
        var missing = all.stream().filter(it -> machine.act(() -> ways.clients().findBySource("demo:" + it.key())).isEmpty()).toList();
        if (missing.isEmpty()) {
            return;
        }
        var today = LocalDate.now(clock.withZone(ways.who("manager").zone()));
        machine.run(() -> {
            staff(today);
            if (missing.size() == all.size()) {
                serve();
            }
        });
        missing.forEach(it -> it.tale().accept(DemoTale.of(ways, today, it.daysAgo(), it.person())));
        if (missing.size() == all.size()) {
            referrals.send(today);
            matching.write(today);
            plans.keep(today);
            weights.write(today);
        }
    }

    /** The Part 2 programme, in a demo agency that has somebody who works in it. */
    private void recover() {
        var machine = Actor.machine();
        var missing = DemoLivesThree.all().stream().filter(it -> machine.act(() -> ways.clients().findBySource("demo:" + it.key())).isEmpty()).toList();
        if (missing.isEmpty() || ways.accounts().find("recovery").isEmpty()) {
            return;
        }
        machine.run(() -> know("recovery", Worker.Degree.MASTER, "Addiction counseling", account("supervisor"), List.of("en", "es"), DemoAgency.RECOVERY));
        var today = LocalDate.now(clock.withZone(ways.who("manager").zone()));
        missing.forEach(it -> it.tale().accept(DemoTale.within(ways, today, it.daysAgo(), it.person(), "recovery")));
    }

    private void staff(LocalDate today) {
        var supervisor = account("supervisor");
        know("manager", Worker.Degree.MASTER, "Social work", supervisor, List.of("en", "es"), "Family Support", "Health Navigation", "Housing First", "Older Adults");
        know("sam", Worker.Degree.BACHELOR, "Psychology", supervisor, List.of("en"), "Housing First");
        know("amara", Worker.Degree.MASTER, "Public health", supervisor, List.of("en", "ig", "fr"), "Family Support", "Health Navigation");
        know("intake", Worker.Degree.ASSOCIATE, "Human services", supervisor, List.of("pt", "es", "en"));
        know("supervisor", Worker.Degree.MASTER, "Social work", null, List.of("en"), "Family Support", "Housing First");
        hold("manager", Credential.Kind.LCSW, "084417", "NY", today.plusDays(20));
        hold("manager", Credential.Kind.CCM, "3391027", "national", today.plusYears(3));
        hold("amara", Credential.Kind.RN, "771203", "NY", today.plusDays(400));
        hold("supervisor", Credential.Kind.LCSW, "061995", "NY", today.plusDays(250));
        hold("sam", Credential.Kind.CHW, "2210", "NY", today.minusDays(6));
    }

    private void know(String username, Worker.Degree degree, String studied, @Nullable AccountId supervisor, List<String> languages, String... programs) {
        var known = workers.get(account(username));
        if (known.version() == 0) {
            team.change(known.id(), new ChangeMember(Stream.of(programs).map(ways::program).toList(), languages, degree, studied, supervisor, 0));
        }
    }

    private void hold(String username, Credential.Kind kind, String number, String place, LocalDate until) {
        if (workers.credentials(account(username)).stream().noneMatch(it -> it.kind() == kind)) {
            workers.add(account(username), new AddCredential(kind, "", number, place, until));
        }
    }

    private void serve() {
        offer(told("Emergency shelter for families", NeedCategory.HOMELESSNESS, "Rooms for parents with children, for up to 90 days, with a key of their own and a worker on every floor.",
                "Families with a child under 18, or expecting one.", "Call any time of day or night; they ask for names and ages, and for no papers on the first night.", "Free"),
                "Harbor House", "(212) 555-0181", "71 Rivington St", "10002", 40.7198, -73.9880, Capacity.WAITLIST, hours("00:00", "23:59", DayOfWeek.values()));
        offer(told("Help against eviction", NeedCategory.LEGAL, "Lawyers who read the notice, answer in court and bargain with the landlord.",
                "Tenants with an income below twice the federal poverty line.", "Bring the notice and the lease. Whoever has a court date this week is seen the same day.", "Free"),
                "Legal Aid East", "(212) 555-0182", "199 Water St", "10038", 40.7072, -74.0042, Capacity.ASSESSMENT_REQUIRED, hours("09:00", "17:00", WORKDAYS));
        offer(told("Groceries twice a week", NeedCategory.FOOD, "One chooses as in a store: fresh vegetables, halal and kosher shelves, food for babies.",
                "Everybody who lives below 23rd Street.", "Come with something that shows the address.", "Free"),
                "Corner Table Pantry", "(212) 555-0183", "12 Avenue D", "10009", 40.7211, -73.9778, Capacity.CAPACITY, hours("10:00", "15:00", DayOfWeek.TUESDAY, DayOfWeek.SATURDAY));
        offer(told("One-time help with heat and power", NeedCategory.UTILITIES, "Pays up to $1,200 of a bill so that heat and power stay on, and asks the company to wait meanwhile.",
                "One bill a year, with a notice of shut-off.", "Call first, then send a photo of the bill.", "Free"),
                "Warm Homes Fund", "(212) 555-0184", "40 Worth St", "10013", 40.7172, -74.0060, Capacity.CAPACITY, hours("09:30", "16:30", WORKDAYS));
        offer(told("Lunch and company for older people", NeedCategory.PEOPLE, "A warm lunch, cards, crafts, a choir on Thursdays. A van fetches who cannot walk.",
                "From 60 years on.", "Come by for a first lunch.", "What one can give; $2 is suggested"),
                "Silver Bridge Center", "(212) 555-0185", "25 Market St", "10002", 40.7128, -73.9952, Capacity.CAPACITY, hours("11:00", "15:00", WORKDAYS));
        offer(told("Counseling without insurance", NeedCategory.MENTAL_HEALTH, "Twelve talks with the same counselor, in English, Spanish or Mandarin.",
                "Adults without insurance.", "Call, and leave a number that is safe.", "By income, from $0"),
                "Open Door Clinic", "(212) 555-0186", "8 E 3rd St", "10003", 40.7260, -73.9908, Capacity.NO_CAPACITY, hours("08:00", "20:00", WORKDAYS));
    }

    private static SaveService told(String name, NeedCategory need, String description, String forWhom, String howToApply, String fees) {
        return new SaveService(name, null, description, List.of(need), null, null, forWhom, null, null, howToApply, null, fees, null, null, null, null, null, null, null, null);
    }

    private void offer(SaveService service, String organization, String phone, String street, String postalCode, double latitude, double longitude, Capacity capacity, OpenHours hours) {
        var place = new SavePlace(SavePlace.Kind.PHYSICAL, organization, street, null, "New York", "NY", postalCode, BigDecimal.valueOf(latitude), BigDecimal.valueOf(longitude), null, null, null, List.of(hours), null);
        services.confirm(services.add(new AddService(organization, service.reachedAt(phone), place)), capacity);
    }

    private static OpenHours hours(String opens, String closes, DayOfWeek... days) {
        return new OpenHours(List.of(days), LocalTime.parse(opens), LocalTime.parse(closes), null);
    }

    private AccountId account(String username) {
        return ways.who(username).account();
    }
}
