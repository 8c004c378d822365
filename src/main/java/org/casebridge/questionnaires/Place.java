package org.casebridge.questionnaires;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where an answer stands: its item, and for each repeating item on the way down (itself included) which repetition, from 1. Written
 * {@code phone} or, in the second of several contacts, {@code phone@2}; that is also the name of its form field.
 */
public record Place(String linkId, List<Integer> turns) implements Comparable<Place> {

    private static final Pattern WRITTEN = Pattern.compile("(.*)@(\\d{1,5}(?:\\.\\d{1,5})*)", Pattern.DOTALL);

    public Place {
        turns = List.copyOf(turns);
    }

    public static Place of(String linkId, Integer... turns) {
        return new Place(linkId, List.of(turns));
    }

    /** Reads what {@link #toString} wrote; link ids may hold any character. */
    public static Place parse(String written) {
        var parts = WRITTEN.matcher(written);
        return parts.matches() ? new Place(parts.group(1), java.util.Arrays.stream(parts.group(2).split("\\.")).map(Integer::valueOf).toList()) : new Place(written, List.of());
    }

    Place turn(int number) {
        var more = new java.util.ArrayList<>(turns);
        more.add(number);
        return new Place(linkId, more);
    }

    @Override
    public int compareTo(Place other) {
        int byLink = linkId.compareTo(other.linkId);
        for (int i = 0; byLink == 0 && i < Math.min(turns.size(), other.turns.size()); i++) {
            byLink = turns.get(i).compareTo(other.turns.get(i));
        }
        return byLink != 0 ? byLink : Integer.compare(turns.size(), other.turns.size());
    }

    @Override
    public String toString() {
        return turns.isEmpty() ? linkId : linkId + "@" + String.join(".", turns.stream().map(String::valueOf).toList());
    }
}
