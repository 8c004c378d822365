package org.casebridge.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.casebridge.codes.NeedCategory;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the directory; each part may be left out. {@code near} is a ZIP or postal code, a city, or coordinates ({@code 37.48, -122.2});
 * {@code within} is in kilometres, {@link #USUAL_KM} when left out.
 */
public record ServiceSearch(
        @Nullable NeedCategory need,
        @Nullable @Size(max = 200, message = "Search for a few words, 200 characters at most.") String words,
        @Nullable @Size(max = 100, message = "A ZIP code, a city or coordinates: 100 characters at most.") String near,
        @Nullable @Min(value = 1, message = "Choose a distance from 1 to 500 km.") @Max(value = 500, message = "Choose a distance from 1 to 500 km.") Integer within) {

    public static final int USUAL_KM = 25;

    public static ServiceSearch everything() {
        return new ServiceSearch(null, null, null, null);
    }

    int km() {
        return within == null ? USUAL_KM : within;
    }

    @Nullable String wordsIfAny() {
        return words == null || words.isBlank() ? null : words.strip();
    }

    @Nullable String nearIfAny() {
        return near == null || near.isBlank() ? null : near.strip();
    }
}
