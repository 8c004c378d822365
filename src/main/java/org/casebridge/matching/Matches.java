package org.casebridge.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.Place;
import org.casebridge.directory.ServiceId;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Matching one client against all services: every one is judged, the best are told with their reasons and their sum. Language orders, and hides nothing. */
@Service
@Transactional(readOnly = true)
public class Matches {

    private static final double KM_PER_MILE = 1.609344;
    private static final double EARTH_KM = 6371.0088;

    /** How many are read of what came of earlier referrals, before the best are chosen. */
    private static final int SHORT_LIST = 120;

    private final Catalogue catalogue;
    private final ClientFacts facts;
    private final ServiceRules rules;
    private final ObjectProvider<TrackRecord> records;

    Matches(Catalogue catalogue, ClientFacts facts, ServiceRules rules, ObjectProvider<TrackRecord> records) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.rules = rules;
        this.records = records;
    }

    private record Judgement(Catalogue.Entry entry, Match.Standing standing, Rule.@Nullable Judged judged, double km, int points) {}

    /** The best for a need, or of all services; those in {@code without} are left out. */
    public Matched of(ClientId client, @Nullable NeedCategory need, Set<UUID> without) {
        var off = rules.off();
        if (off.isPresent()) {
            return new Matched(List.of(), List.of(), Map.of(), 0, List.of(), off.get());
        }
        var known = facts.of(client);
        return of(known, facts.homeOf(client), need, without, known.today());
    }

    Matched of(Known known, @Nullable Place home, @Nullable NeedCategory need, Set<UUID> without, LocalDate day) {
        var whole = catalogue.now(day);
        var meeting = need == null ? null : catalogue.meeting(whole, need);
        var language = known.facts().getOrDefault(Fact.LANGUAGE, "en");
        var names = names(language);
        var best = new PriorityQueue<Judgement>(Comparator.comparingInt(Judgement::points).thenComparing(it -> it.entry().name(), Comparator.reverseOrder()));
        var nearest = new PriorityQueue<Judgement>(Comparator.comparingInt(Judgement::points));
        var counts = new EnumMap<Match.Standing, Integer>(Match.Standing.class);
        var unknown = new EnumMap<Fact, Integer>(Fact.class);
        int all = 0;
        for (var entry : whole.entries()) {
            if (meeting != null && !meeting.contains(entry.id()) || without.contains(entry.id())) {
                continue;
            }
            all++;
            var it = judge(entry, known, home, names);
            counts.merge(it.standing(), 1, Integer::sum);
            if (it.standing() == Match.Standing.UNKNOWN) {
                java.util.Objects.requireNonNull(it.judged()).open().forEach(leaf -> {
                    if (leaf.rule() instanceof Rule.Compare compare) {
                        unknown.merge(compare.fact(), 1, Integer::sum);
                    }
                });
            }
            keep(it.standing() == Match.Standing.NOT ? nearest : best, it, it.standing() == Match.Standing.NOT ? Matched.NEAREST : SHORT_LIST);
        }
        var ask = ClientFacts.toAsk(unknown.entrySet().stream().sorted(Map.Entry.<Fact, Integer>comparingByValue().reversed()).map(Map.Entry::getKey).toList(), known);
        return new Matched(told(best, known, language, names, need, Matched.MOST), told(nearest, known, language, names, need, Matched.NEAREST), counts, all, ask, null);
    }

    /** How one service stands to a client now; nothing when it is not in use. */
    public java.util.Optional<Match> one(ClientId client, ServiceId service) {
        var known = facts.of(client);
        var home = facts.homeOf(client);
        var names = names(known.facts().getOrDefault(Fact.LANGUAGE, "en"));
        return catalogue.now(known.today()).entries().stream().filter(it -> it.id().equals(service.value())).findFirst()
                .map(it -> told(judge(it, known, home, names), known, known.facts().getOrDefault(Fact.LANGUAGE, "en"), names, null));
    }

    private static void keep(PriorityQueue<Judgement> queue, Judgement it, int most) {
        queue.add(it);
        if (queue.size() > most) {
            queue.poll();
        }
    }

    private static Judgement judge(Catalogue.Entry entry, Known known, @Nullable Place home, Set<String> names) {
        var judged = entry.rule() == null ? null : entry.rule().judge(known);
        var standing = judged == null ? Match.Standing.NO_RULE
                : switch (judged.truth()) {
                    case YES -> Match.Standing.ELIGIBLE;
                    case UNKNOWN -> Match.Standing.UNKNOWN;
                    case NO -> judged.almost() ? Match.Standing.ALMOST : judged.mended() == Truth.UNKNOWN ? Match.Standing.UNKNOWN : Match.Standing.NOT;
                };
        double km = home == null || !entry.placed() ? Double.NaN : km(home, entry);
        int points = standing(standing) + near(km) + (entry.full() ? Points.FULL : entry.room() ? Points.ROOM : 0) + (speaks(entry, names) ? Points.LANGUAGE : 0);
        if (standing == Match.Standing.NOT) {
            points -= 100 * java.util.Objects.requireNonNull(judged).because().size();
        }
        return new Judgement(entry, standing, judged, km, points);
    }

    private List<Match> told(PriorityQueue<Judgement> queue, Known known, String language, Set<String> names, @Nullable NeedCategory need, int most) {
        var ids = queue.stream().map(it -> it.entry().id()).toList();
        var records = this.records.stream().findFirst().map(it -> it.of(ids, need)).orElse(Map.of());
        return queue.stream().map(it -> told(it, known, language, names, records.get(it.entry().id())))
                .sorted(Comparator.comparingInt(Match::points).reversed().thenComparing(Match::name).thenComparing(Match::service)).limit(most).toList();
    }

    private static Match told(Judgement it, Known known, String language, Set<String> names, TrackRecord.@Nullable Told record) {
        var sum = new ArrayList<Points>();
        sum.add(new Points(standing(it.standing()), Sentence.of("{standing}", it.standing())));
        if (!Double.isNaN(it.km())) {
            sum.add(new Points(near(it.km()), Sentence.of("{miles, plural, one {1 mile} other {# miles}} away", Math.round(it.km() / KM_PER_MILE * 10) / 10.0)));
        }
        if (it.entry().full() || it.entry().room()) {
            sum.add(new Points(it.entry().full() ? Points.FULL : Points.ROOM, it.entry().full() ? Sentence.of("said to have no capacity") : Sentence.of("said to have capacity")));
        }
        if (speaks(it.entry(), names)) {
            sum.add(new Points(Points.LANGUAGE, Sentence.of("speaks the client’s language")));
        }
        if (record != null) {
            sum.add(new Points(record.points(), record.why()));
        }
        var because = it.judged() == null ? List.<Rule.Judged>of() : it.standing() == Match.Standing.UNKNOWN ? it.judged().open() : it.judged().because();
        var wanted = EnumSet.noneOf(PaperKind.class);
        wanted.addAll(it.entry().papers());
        if (it.entry().rule() != null) {
            papers(it.entry().rule(), wanted);
        }
        return new Match(it.entry().id(), it.entry().name(), it.entry().organization(), it.standing(), because.stream().map(Rule.Judged::words).distinct().toList(),
                it.standing() == Match.Standing.ALMOST ? because.stream().map(Rule.Judged::mend).distinct().toList() : List.of(),
                it.standing() == Match.Standing.UNKNOWN ? ClientFacts.toAsk(because.stream().map(Rule.Judged::rule).filter(rule -> rule instanceof Rule.Compare).map(rule -> ((Rule.Compare) rule).fact()).toList(), known) : List.of(),
                only(wanted, paper -> !known.papers().containsKey(paper)), only(wanted, known.papers()::containsKey), sum, sum.stream().mapToInt(Points::points).sum(), record == null ? null : record.warning());
    }

    private static Set<PaperKind> only(Set<PaperKind> all, java.util.function.Predicate<PaperKind> which) {
        return all.stream().filter(which).collect(Collectors.toCollection(() -> EnumSet.noneOf(PaperKind.class)));
    }

    private static void papers(Rule rule, Set<PaperKind> into) {
        switch (rule) {
            case Rule.All it -> it.parts().forEach(part -> papers(part, into));
            case Rule.Any it -> it.parts().forEach(part -> papers(part, into));
            case Rule.HasPaper it -> into.add(it.paper());
            case Rule.Compare _ -> { }
        }
    }

    private static int standing(Match.Standing it) {
        return switch (it) {
            case ELIGIBLE -> Points.ELIGIBLE;
            case UNKNOWN, NO_RULE -> Points.OPEN;
            case ALMOST -> Points.ALMOST;
            case NOT -> 0;
        };
    }

    private static int near(double km) {
        return Double.isNaN(km) || km >= Points.FAR_KM ? 0 : (int) Math.round(Points.NEAR_MOST * (1 - km / Points.FAR_KM));
    }

    private static boolean speaks(Catalogue.Entry entry, Set<String> names) {
        return !names.isEmpty() && entry.languages().stream().anyMatch(names::contains);
    }

    /** A language other than English by its code and its English name, as directories write either. */
    private static Set<String> names(String language) {
        var locale = Locale.forLanguageTag(language);
        return locale.getLanguage().equals("en") || locale.getLanguage().isEmpty() ? Set.of()
                : Set.of(locale.getLanguage(), locale.getISO3Language().isEmpty() ? locale.getLanguage() + " " : locale.getISO3Language(), locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT));
    }

    /** The great circle's length by the haversine formula, as {@code directory.km}. */
    private static double km(Place home, Catalogue.Entry it) {
        double high = Math.toRadians(it.latitude() - home.latitude());
        double wide = Math.toRadians(it.longitude() - home.longitude());
        double part = Math.pow(Math.sin(high / 2), 2) + Math.cos(Math.toRadians(home.latitude())) * Math.cos(Math.toRadians(it.latitude())) * Math.pow(Math.sin(wide / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, part)));
    }
}
