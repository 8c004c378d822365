package org.casebridge.interop.sources;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.casebridge.clients.Address;
import org.casebridge.clients.NewClient;
import org.jspecify.annotations.Nullable;

/** What a person is after their source spoke again: {@code taken} are the parts that changed with it, {@code kept} those it changed and that were edited here. */
record Merged(NewClient person, Set<SourceField> taken, Set<SourceField> kept) {

    /** {@code told} is what the source said last, null when nobody remembers: then whatever differs may have been edited here, and is kept. */
    static Merged of(NewClient current, @Nullable NewClient told, NewClient now) {
        var person = placed(current, now);
        var taken = EnumSet.noneOf(SourceField.class);
        var kept = EnumSet.noneOf(SourceField.class);
        if (!person.addresses().equals(current.addresses())) {
            taken.add(SourceField.ADDRESSES);
        }
        for (var field : SourceField.values()) {
            if (told != null && field.same(told, now)) {
                continue;
            }
            var next = field.list() ? list(field, person, told, now) : scalar(field, person, told, now);
            if (next == null) {
                kept.add(field);
            } else if (!field.same(next, person)) {
                taken.add(field);
                person = next;
            }
        }
        return new Merged(person, taken, kept);
    }

    private static @Nullable NewClient scalar(SourceField field, NewClient current, @Nullable NewClient told, NewClient now) {
        if (field.same(current, now)) {
            return current;
        }
        return told != null && field.same(current, told) ? field.take(current, now) : null;
    }

    /** What the source changed stands in its old place; what it changed and is no longer here as it said it, was edited here: the whole list is kept. */
    private static @Nullable NewClient list(SourceField field, NewClient current, @Nullable NewClient told, NewClient now) {
        var here = new ArrayList<>(field.items(current));
        var added = new ArrayList<>(field.items(now));
        if (told == null) {
            return here.containsAll(added) ? current : field.onlyGrows() ? field.add(current, now) : null;
        }
        var before = field.items(told);
        var gone = field.onlyGrows() ? List.of() : before.stream().filter(it -> !field.items(now).contains(it)).toList();
        added.removeAll(before);
        added.removeAll(here);
        if (!here.containsAll(gone)) {
            return added.isEmpty() && gone.stream().noneMatch(here::contains) ? current : null;
        }
        for (var one : gone) {
            int at = here.indexOf(one);
            here.remove(at);
            if (!added.isEmpty()) {
                here.add(at, added.removeFirst());
            }
        }
        here.addAll(added);
        return field.with(current, here);
    }

    /** An address that is known here gains the place on the map that the source now tells. */
    private static NewClient placed(NewClient current, NewClient now) {
        var addresses = current.addresses().stream().map(it -> now.addresses().stream().filter(told -> told.latitude() != null && it.latitude() == null && it.samePlace(told)).findFirst()
                .map(told -> it.at(told.latitude(), told.longitude())).orElse(it)).toList();
        return current.with(addresses.toArray(Address[]::new));
    }
}
