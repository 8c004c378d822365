package org.casebridge.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.casebridge.kernel.Refused;
import org.junit.jupiter.api.Test;

/** What a calendar file takes of one's time: written by many programs, some of them hostile. */
class BusyFileTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant FROM = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-12-01T00:00:00Z");

    @Test
    void times_in_utc_with_a_zone_floating_and_whole_days() {
        assertThat(read("DTSTART:20261203T150000Z", "DTEND:20261203T160000Z").taken()).containsExactly(taken("2026-12-03T15:00:00Z", "2026-12-03T16:00:00Z"));
        assertThat(read("DTSTART;TZID=America/Los_Angeles:20261203T090000", "DURATION:PT1H30M").taken()).containsExactly(taken("2026-12-03T17:00:00Z", "2026-12-03T18:30:00Z"));
        assertThat(read("DTSTART;TZID=\"Eastern Standard Time\":20261203T090000", "DTEND;TZID=\"Eastern Standard Time\":20261203T100000").taken()).as("as Windows names it")
                .containsExactly(taken("2026-12-03T14:00:00Z", "2026-12-03T15:00:00Z"));
        assertThat(read("DTSTART:20261203T090000", "DTEND:20261203T100000").taken()).as("by the agency's clock").containsExactly(taken("2026-12-03T14:00:00Z", "2026-12-03T15:00:00Z"));
        assertThat(read("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261226").taken()).containsExactly(taken("2026-12-24T05:00:00Z", "2026-12-26T05:00:00Z"));
        assertThat(read("DTSTART;VALUE=DATE:20280229").taken()).as("beyond the year").isEmpty();
    }

    @Test
    void a_series_keeps_its_hour_on_the_wall_across_the_change_of_the_clocks() {
        var found = read("DTSTART;TZID=America/New_York:20270301T090000", "DTEND;TZID=America/New_York:20270301T100000", "RRULE:FREQ=WEEKLY;COUNT=3").taken();
        assertThat(found).extracting(Taken::from).containsExactly(Instant.parse("2027-03-01T14:00:00Z"), Instant.parse("2027-03-08T14:00:00Z"), Instant.parse("2027-03-15T13:00:00Z"));
    }

    @Test
    void exceptions_moved_times_and_cancelled_ones() {
        var file = calendar("UID:a", "DTSTART;TZID=America/New_York:20261207T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20261211T045959Z", "EXDATE;TZID=America/New_York:20261208T090000")
                .replace("END:VCALENDAR", """
                        BEGIN:VEVENT
                        UID:a
                        RECURRENCE-ID;TZID=America/New_York:20261209T090000
                        DTSTART;TZID=America/New_York:20261209T150000
                        DURATION:PT1H
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:b
                        STATUS:CANCELLED
                        DTSTART:20261209T150000Z
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:c
                        TRANSP:TRANSPARENT
                        DTSTART:20261209T150000Z
                        DURATION:PT1H
                        END:VEVENT
                        END:VCALENDAR""".replace("\n", "\r\n"));
        assertThat(read(file).taken()).extracting(Taken::from).containsExactlyInAnyOrder(Instant.parse("2026-12-07T14:00:00Z"), Instant.parse("2026-12-09T20:00:00Z"), Instant.parse("2026-12-10T14:00:00Z"));
    }

    @Test
    void a_rule_that_never_ends_is_counted_out_for_the_year_and_one_of_each_second_not_at_all() {
        assertThat(read("DTSTART:20200101T120000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY").taken()).hasSize(365);
        for (var hostile : new String[] {"FREQ=SECONDLY", "FREQ=YEARLY;BYHOUR=0,1,2;BYMINUTE=0,1,2;BYSECOND=0,1,2", "FREQ=DAILY;BYMONTHDAY=" + "1,".repeat(200) + "1"}) {
            assertThat(read("DTSTART:20190101T000000Z", "DURATION:PT1S", "RRULE:" + hostile)).as(hostile).isEqualTo(new BusyFile(java.util.List.of(), 1));
        }
        assertThat(read("DTSTART:00010101T000000Z", "DURATION:PT1S", "RRULE:FREQ=DAILY").unread()).isEqualTo(1);
        assertThat(read("DTSTART:20270228T120000Z", "DURATION:PT1H", "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2").taken()).extracting(Taken::from)
                .allMatch(it -> it.toString().contains("-31T"));
    }

    @Test
    void what_makes_no_sense_is_left_out_and_counted_and_what_is_no_calendar_is_refused() {
        assertThat(read("DTSTART:20261331T990000Z", "DTEND:20261203T160000Z").unread()).isEqualTo(1);
        assertThat(read("DTSTART:20261203T150000Z", "DURATION:PT1H", "RRULE:FREQ=NEVER").unread()).isEqualTo(1);
        assertThat(read("DTSTART:20261203T150000Z", "DTEND:20261203T140000Z").taken()).as("ends before it begins").isEmpty();
        assertThat(read("SUMMARY:without a time").taken()).isEmpty();
        for (var text : new String[] {"", "hello", "{\"a\": 1}", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "BEGIN:VCALENDAR\r\nnonsense\r\nEND:VCALENDAR"}) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(Refused.class).hasMessageContaining("calendar file");
        }
        assertThatThrownBy(() -> BusyFile.read(new byte[50_000_000], NEW_YORK, FROM, UNTIL)).isInstanceOf(Refused.class).hasMessageContaining("larger than");
        assertThatThrownBy(() -> read("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nDTSTART:20261203T150000Z\r\nEND:VEVENT\r\n".repeat(5_001) + "END:VCALENDAR\r\n")).isInstanceOf(Refused.class).hasMessageContaining("events");
    }

    @Test
    void random_bytes_are_refused_and_break_nothing() {
        var random = new Random(11);
        var good = calendar("DTSTART:20261203T150000Z", "DTEND:20261203T160000Z", "RRULE:FREQ=DAILY;COUNT=3").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 500; i++) {
            var bad = good.clone();
            for (int k = 0; k < 3; k++) {
                bad[15 + random.nextInt(bad.length - 15)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(BusyFile.read(bad, NEW_YORK, FROM, UNTIL).taken().size()).isLessThanOrEqualTo(2_000);
            } catch (Refused known) {
                assertThat(known.getMessage()).isNotBlank();
            }
        }
    }

    private static BusyFile read(String... lines) {
        return read(calendar(lines));
    }

    private static BusyFile read(String text) {
        return BusyFile.read((text.startsWith("DT") || text.startsWith("SUMMARY") ? calendar(text) : text).getBytes(StandardCharsets.UTF_8), NEW_YORK, FROM, UNTIL);
    }

    private static String calendar(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n".replace("UID:1\r\n", String.join("", lines).contains("UID:") ? "" : "UID:1\r\n") + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static Taken taken(String from, String until) {
        return new Taken(Instant.parse(from), Instant.parse(until));
    }
}
