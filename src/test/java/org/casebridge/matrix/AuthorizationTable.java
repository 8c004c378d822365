package org.casebridge.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.access.Requires;
import org.casebridge.access.Role;
import org.casebridge.fault.Fault;

/** What {@code authorization.txt} says: written apart from the code, read by people, and compared with what the server does. */
record AuthorizationTable(Map<String, Line> addresses, Set<String> filters, Map<String, Reaching> people) {

    private static final Path FILE = Path.of("src/test/resources/authorization.txt");
    private static final Map<Role, String> LETTERS = Map.of(Role.CASE_MANAGER, "C", Role.INTAKE, "I", Role.SUPERVISOR, "S", Role.PRIVACY_OFFICER, "P", Role.ADMINISTRATOR, "A", Role.PARTNER, "X");

    /** What decides beside the role. */
    enum Scope { OPEN, CLIENT, AGENCY, OWN, LIST }

    record Line(String roles, Scope scope) {

        boolean admits(String role) {
            return roles.equals("anyone") || !role.equals("-") && (roles.equals("all") || roles.contains(role));
        }
    }

    /** The letter of somebody's role (- for who is not signed in), whether they are of the agency, and whether they reach a record of each class. */
    record Reaching(String role, boolean ours, Set<Record> reaches) {}

    static AuthorizationTable read() {
        var addresses = new LinkedHashMap<String, Line>();
        var filters = new java.util.TreeSet<String>();
        var people = new LinkedHashMap<String, Reaching>();
        for (var line : lines()) {
            var words = line.split("\\s+");
            if (words[0].equals("FILTER")) {
                filters.add(words[0] + " " + words[1]);
            } else if (words[0].equals("WHO")) {
                var reaches = java.util.EnumSet.noneOf(Record.class);
                for (var record : Record.values()) {
                    if (words[4 + record.ordinal()].equals("yes")) {
                        reaches.add(record);
                    }
                }
                people.put(words[1], new Reaching(words[2], words[3].equals("ours"), reaches));
            } else if (addresses.put(words[0] + " " + words[1], new Line(words[2], Scope.valueOf(words[3].toUpperCase()))) != null) {
                throw new IllegalStateException("twice in the table: " + line);
            }
        }
        if (Fault.ROUTE_UNLISTED.planted()) {
            addresses.remove("GET /clients/{client}/plan");
        }
        return new AuthorizationTable(addresses, filters, people);
    }

    Line of(Address address) {
        return addresses.getOrDefault(address.line(), new Line("", Scope.CLIENT));
    }

    /** Whether the address opens for them, its keys being those of a client with this class of record. */
    boolean opens(Address address, String who, Record record) {
        var line = of(address);
        var person = people.get(who);
        return line.admits(person.role()) && switch (line.scope()) {
            case OPEN, LIST -> true;
            case CLIENT -> person.reaches().contains(record);
            case AGENCY -> person.ours();
            case OWN -> who.equals("assigned");
        };
    }

    /** The line that whoever adds an address may have forgotten, as the code would have it: to be thought about, and then written down. */
    static String proposal(Address address) {
        var requires = address.handler().getMethodAnnotation(Requires.class);
        var roles = requires == null ? "?" : switch (requires.value()) {
            case ANYONE -> "anyone";
            case SIGNED_IN -> "all";
            default -> LETTERS.entrySet().stream().filter(it -> it.getKey().permissions().contains(requires.value())).map(Map.Entry::getValue).sorted().reduce("", String::concat);
        };
        var scope = address.aboutClient() ? Scope.CLIENT : address.path().contains("{") ? Scope.AGENCY : address.method().equals("GET") && !roles.equals("anyone") ? Scope.LIST : Scope.OPEN;
        return "%-4s %-75s %-7s %s".formatted(address.method(), address.path(), roles, scope.name().toLowerCase());
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE).stream().map(String::strip).filter(it -> !it.isEmpty() && !it.startsWith("#")).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
