package org.casebridge.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Reads a calendar file (RFC 5545) for the times it takes, and nothing else. ical4j takes it apart and counts out its rules; time zones are Java's, so that no file makes this machine ask
 * another one. {@code unread} counts the events whose times make no sense.
 */
record BusyFile(List<Taken> taken, int unread) {

    static final int MOST_BYTES = 2_000_000;
    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_TIMES = 20_000;
    private static final long MOST_SECONDS = 10;

    /** Refuses what is no calendar file, one that is too large, and one with more events or times than a person has. */
    static BusyFile read(byte[] bytes, ZoneId agency, Instant from, Instant until) {
        if (bytes.length > MOST_BYTES) {
            throw Refused.invalid("This file is larger than {count} MB. Save the coming year alone, and bring that.", MOST_BYTES / 1_000_000).at("file");
        }
        var events = events(new String(bytes, StandardCharsets.UTF_8), agency);
        var replaced = new HashMap<String, Set<Instant>>();
        int unread = 0;
        var all = new ArrayList<Taken>();
        for (var event : events) {
            try {
                var instead = event.replaces();
                if (instead != null) {
                    replaced.computeIfAbsent(event.uid(), _ -> new HashSet<>()).add(instead);
                }
            } catch (RuntimeException _) {
                unread++;
            }
        }
        var patience = System.nanoTime() + MOST_SECONDS * 1_000_000_000;
        for (var event : events) {
            if (System.nanoTime() > patience) {
                throw Refused.invalid("This file takes too long to read. Save the coming year alone, and bring that.").at("file");
            }
            try {
                if (!event.free()) {
                    all.addAll(event.taken(from, until, event.replaces() == null ? replaced.getOrDefault(event.uid(), Set.of()) : Set.of()));
                }
            } catch (RuntimeException _) {
                // ical4j and java.time say in many ways that a time or a rule is none; whichever it is, the rest of the file is good.
                unread++;
            }
            if (all.size() > MOST_TIMES) {
                throw Refused.invalid("This file takes more than {count} times. That is no person’s calendar.", MOST_TIMES).at("file");
            }
        }
        return new BusyFile(all, unread);
    }

    private static List<RawEvent> events(String text, ZoneId agency) {
        if (!text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            throw none();
        }
        var found = new Events(agency);
        try {
            new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(text), true), found);
        } catch (IOException | ParserException | RuntimeException broken) {
            throw none();
        }
        if (found.all.size() > MOST_EVENTS) {
            throw Refused.invalid("This file has more than {count} events. Save the coming year alone, and bring that.", MOST_EVENTS).at("file");
        }
        return found.all;
    }

    private static Refused none() {
        return Refused.invalid("This is no calendar file, or a broken one. Calendar programs save them with the ending .ics.").at("file");
    }

    /** Collects the events; all else of a calendar passes by. */
    private static final class Events implements ContentHandler {

        private final List<RawEvent> all = new ArrayList<>();
        private final ZoneId agency;
        private @Nullable RawEvent event;
        private int within;
        private String name = "";
        private Map<String, String> parameters = new HashMap<>();
        private String value = "";

        Events(ZoneId agency) {
            this.agency = agency;
        }

        @Override
        public void startCalendar() {}

        @Override
        public void endCalendar() {}

        @Override
        public void startComponent(String component) {
            if (event != null) {
                within++;
            } else if (component.equalsIgnoreCase("VEVENT")) {
                event = new RawEvent(agency);
                all.add(event);
            }
        }

        @Override
        public void endComponent(String component) {
            if (within > 0) {
                within--;
            } else if (component.equalsIgnoreCase("VEVENT")) {
                event = null;
            }
        }

        @Override
        public void startProperty(String property) {
            name = property;
            parameters = new HashMap<>();
            value = "";
        }

        @Override
        public void propertyValue(String said) {
            value = said;
        }

        @Override
        public void endProperty(String property) {
            if (event != null && within == 0) {
                event.add(name, new RawEvent.Value(value, parameters));
            }
        }

        @Override
        public void parameter(String parameter, String said) {
            parameters.put(parameter.toUpperCase(java.util.Locale.ROOT), said);
        }
    }
}
