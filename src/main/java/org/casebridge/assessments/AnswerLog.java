package org.casebridge.assessments;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.casebridge.access.AccountId;
import org.casebridge.questionnaires.Filling;
import org.casebridge.questionnaires.Place;
import org.casebridge.questionnaires.Value;
import org.casebridge.questionnaires.page.Clash;
import org.jspecify.annotations.Nullable;

/** What was answered in a draft, in the order it was, the newest of each place at least; from it follow the answers now, and those at the time a page was sent if those were read too. */
record AnswerLog(List<Entry> entries) {

    /** {@code place} as it is kept: {@code =} and where an answer stands, or {@code #} and what is repeated; a null value was taken back. */
    record Entry(String place, long revision, @Nullable String value, AccountId account, String by, Instant at) {}

    /** What somebody sent, seen from a revision; {@code settled} says of a clash whether theirs holds (false) or what was sent (true). */
    record Sent(AccountId account, Map<Place, @Nullable Value> given, long base, java.util.Set<Place> open, Map<Place, Boolean> settled) {}

    /** What must be kept, by place as it is kept, and where two people answered differently. */
    record Merged(Map<String, @Nullable String> changes, Map<Place, Clash> clashes) {}

    static String key(Place place) {
        return "=" + place;
    }

    /** As if this had been kept, without a revision of its own. */
    AnswerLog with(Map<String, @Nullable String> changes) {
        var more = new java.util.ArrayList<>(entries);
        changes.forEach((place, value) -> more.add(new Entry(place, revision(), value, new AccountId(new java.util.UUID(0, 0)), "", Instant.EPOCH)));
        return new AnswerLog(more);
    }

    /** After this was kept, as the next revision. */
    AnswerLog and(Map<String, @Nullable String> changes, AccountId account, String by, Instant at) {
        var more = new java.util.ArrayList<>(entries);
        changes.forEach((place, value) -> more.add(new Entry(place, revision() + 1, value, account, by, at)));
        return new AnswerLog(more);
    }

    long revision() {
        return entries.isEmpty() ? 0 : entries.getLast().revision();
    }

    Filling filling() {
        var values = new TreeMap<Place, Value>();
        var rows = new HashMap<Place, Integer>();
        newest(Long.MAX_VALUE).forEach((key, entry) -> {
            var place = Place.parse(key.substring(1));
            if (entry.value() != null && key.startsWith("#")) {
                rows.put(place, Integer.valueOf(entry.value()));
            } else if (entry.value() != null && Value.read(entry.value()) instanceof Value value) {
                values.put(place, value);
            }
        });
        return new Filling(values, rows);
    }

    /**
     * Three ways, place by place: what the page showed, what stands here now, what was sent. Where only one of the two last differs from the first, that one holds;
     * where both do and differ, somebody must say, unless it is the same person on another device.
     */
    Merged merge(Sent sent) {
        var then = newest(sent.base());
        var now = newest(Long.MAX_VALUE);
        var changes = new TreeMap<String, @Nullable String>();
        var clashes = new TreeMap<Place, Clash>();
        sent.given().forEach((place, mine) -> {
            var before = value(then.get(key(place)));
            var entry = now.get(key(place));
            var current = value(entry);
            boolean open = sent.open().contains(place);
            if (Objects.equals(mine, current) || Boolean.FALSE.equals(sent.settled().get(place)) || Objects.equals(mine, before) && !open) {
                return;
            }
            if (entry == null || entry.account().equals(sent.account()) && !open || Objects.equals(current, before) && !open || Boolean.TRUE.equals(sent.settled().get(place))) {
                changes.put(key(place), mine == null ? null : mine.json());
            } else {
                clashes.put(place, new Clash(mine, current, entry.by(), entry.at()));
            }
        });
        return new Merged(changes, clashes);
    }

    /** What must be kept so that these answers stand here. */
    Map<String, @Nullable String> to(Filling wanted) {
        var now = filling();
        var changes = new TreeMap<String, @Nullable String>();
        now.changed(wanted).forEach(place -> changes.put(key(place), wanted.at(place) == null ? null : Objects.requireNonNull(wanted.at(place)).json()));
        wanted.rows().forEach((place, rows) -> {
            if (!rows.equals(now.rows().get(place))) {
                changes.put("#" + place, rows.toString());
            }
        });
        now.rows().keySet().stream().filter(it -> !wanted.rows().containsKey(it)).forEach(it -> changes.put("#" + it, null));
        return changes;
    }

    private Map<String, Entry> newest(long until) {
        var newest = new HashMap<String, Entry>();
        for (var entry : entries) {
            if (entry.revision() <= until) {
                newest.put(entry.place(), entry);
            }
        }
        return newest;
    }

    private static @Nullable Value value(@Nullable Entry entry) {
        return entry == null || entry.value() == null ? null : Value.read(entry.value());
    }
}
