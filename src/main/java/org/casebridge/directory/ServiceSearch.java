package org.casebridge.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.casebridge.codes.NeedCategory;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the directory; each part may be left out. {@code near} is a ZIP or postal code, a city, or coordinates ({@code 37.48, -122.2});
 * {@code within} is in miles, {@link #USUAL_MILES} when left out.
 */
public record ServiceSearch(
        @Nullable NeedCategory need,
        @Nullable @Size(max = 200, message = "Search for a few words, 200 characters at most.") String words,
        @Nullable @Size(max = 100, message = "A ZIP code, a city or coordinates: 100 characters at most.") String near,
        @Nullable @Min(value = 1, message = "Choose a distance from 1 to 300 miles.") @Max(value = 300, message = "Choose a distance from 1 to 300 miles.") Integer within) {

    public static final int USUAL_MILES = 15;

    static final double KM_PER_MILE = 1.609344;

    public static ServiceSearch everything() {
        return new ServiceSearch(null, null, null, null);
    }

    double km() {
        return KM_PER_MILE * (within == null ? USUAL_MILES : within);
    }

    @Nullable String wordsIfAny() {
        return words == null || words.isBlank() ? null : words.strip();
    }

    @Nullable String nearIfAny() {
        return near == null || near.isBlank() ? null : near.strip();
    }
}
