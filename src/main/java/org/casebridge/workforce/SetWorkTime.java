package org.casebridge.workforce;

import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hours of each weekday as {@link WorkTime#read} takes them; empty for a day on which nobody works. */
public record SetWorkTime(@Nullable @Size(max = 80) String monday, @Nullable @Size(max = 80) String tuesday, @Nullable @Size(max = 80) String wednesday, @Nullable @Size(max = 80) String thursday,
                          @Nullable @Size(max = 80) String friday, @Nullable @Size(max = 80) String saturday, @Nullable @Size(max = 80) String sunday) {

    public static SetWorkTime of(WorkTime it) {
        return new SetWorkTime(it.text(DayOfWeek.MONDAY), it.text(DayOfWeek.TUESDAY), it.text(DayOfWeek.WEDNESDAY), it.text(DayOfWeek.THURSDAY), it.text(DayOfWeek.FRIDAY), it.text(DayOfWeek.SATURDAY),
                it.text(DayOfWeek.SUNDAY));
    }

    Map<DayOfWeek, List<Span>> spans() {
        var all = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        all.put(DayOfWeek.MONDAY, WorkTime.read(monday, "monday"));
        all.put(DayOfWeek.TUESDAY, WorkTime.read(tuesday, "tuesday"));
        all.put(DayOfWeek.WEDNESDAY, WorkTime.read(wednesday, "wednesday"));
        all.put(DayOfWeek.THURSDAY, WorkTime.read(thursday, "thursday"));
        all.put(DayOfWeek.FRIDAY, WorkTime.read(friday, "friday"));
        all.put(DayOfWeek.SATURDAY, WorkTime.read(saturday, "saturday"));
        all.put(DayOfWeek.SUNDAY, WorkTime.read(sunday, "sunday"));
        return all;
    }
}
