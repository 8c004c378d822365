package org.casebridge.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.casebridge.codes.NeedCategory;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the directory; each part may be left out, and all that are said must fit. {@code near} is a ZIP or postal code, a city, or
 * coordinates ({@code 37.48, -122.2}); {@code within} is in miles, {@link #USUAL_MILES} when left out. {@code openOn} and {@code openAt} are told
 * in the place's own time; with {@code openNow} they are this moment. {@code documents} are those the person has, with commas between.
 */
public record ServiceSearch(
        @Nullable NeedCategory need,
        @Nullable @Size(max = 200, message = "Search for a few words, 200 characters at most.") String words,
        @Nullable @Size(max = 100, message = "A ZIP code, a city or coordinates: 100 characters at most.") String near,
        @Nullable @Min(value = 1, message = "Choose a distance from 1 to 300 miles.") @Max(value = 300, message = "Choose a distance from 1 to 300 miles.") Integer within,
        @Nullable @Size(max = 50, message = "Name one language, in 50 characters at most.") String language,
        @Nullable Boolean openNow,
        @Nullable LocalDate openOn,
        @Nullable LocalTime openAt,
        @Nullable @Size(max = 300, message = "Name a few documents, 300 characters at most.") String documents,
        @Nullable Boolean room,
        @Nullable Boolean free,
        @Nullable @Size(max = 100, message = "Name what is needed in a few words, 100 characters at most.") String access) {

    public static final int USUAL_MILES = 15;

    static final double KM_PER_MILE = 1.609344;

    /** By need, words and distance alone. */
    public static ServiceSearch by(@Nullable NeedCategory need, @Nullable String words, @Nullable String near, @Nullable Integer within) {
        return new ServiceSearch(need, words, near, within, null, null, null, null, null, null, null, null);
    }

    public static ServiceSearch everything() {
        return by(null, null, null, null);
    }

    double km() {
        return KM_PER_MILE * (within == null ? USUAL_MILES : within);
    }

    @Nullable String wordsIfAny() {
        return blank(words);
    }

    @Nullable String nearIfAny() {
        return blank(near);
    }

    @Nullable String languageIfAny() {
        return blank(language);
    }

    @Nullable String accessIfAny() {
        return blank(access);
    }

    boolean hasRoom() {
        return Boolean.TRUE.equals(room);
    }

    boolean isFree() {
        return Boolean.TRUE.equals(free);
    }

    /** Null: whatever they ask for. */
    @Nullable List<String> documentsIfAny() {
        return blank(documents) == null ? null : Stream.of(String.valueOf(documents).split("[,;\\n]")).map(String::strip).filter(it -> !it.isEmpty()).limit(20).toList();
    }

    /** Whether only what is open counts: now, or on a day, at a time. */
    boolean whenOpen() {
        return Boolean.TRUE.equals(openNow) || openOn != null || openAt != null;
    }

    /** The same with other words. */
    ServiceSearch saying(String other) {
        return new ServiceSearch(need, other, near, within, language, openNow, openOn, openAt, documents, room, free, access);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
