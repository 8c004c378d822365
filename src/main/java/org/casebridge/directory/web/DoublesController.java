package org.casebridge.directory.web;

import static org.casebridge.access.Permission.CHANGE_DIRECTORY;

import casebridge.pages.Templates;
import java.util.UUID;
import java.util.stream.Stream;
import org.casebridge.access.Requires;
import org.casebridge.directory.Doubles;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Entries of two sources that may be one. */
@Controller
class DoublesController {

    private static final String AT = "/directory/doubles";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Doubles doubles;
    private final Templates pages;

    DoublesController(Doubles doubles, Templates pages) {
        this.doubles = doubles;
        this.pages = pages;
    }

    @GetMapping(AT)
    @Requires(CHANGE_DIRECTORY)
    View show() {
        var pairs = Stream.of(Doubles.Of.values()).flatMap(it -> doubles.find(it).stream()).toList();
        return Page.of(pages.directoryDoubles(pairs, doubles.away(Doubles.Of.SERVICE), doubles.away(Doubles.Of.ORGANIZATION)));
    }

    /** {@code pair}: what is decided (SAME, TWO, UNDO), of what, which stays, and the other. Refuses anything else. */
    @PostMapping(AT)
    @Requires(CHANGE_DIRECTORY)
    View decide(@RequestParam(defaultValue = "") String pair) {
        if (!pair.matches("(SAME|TWO|UNDO) (SERVICE|ORGANIZATION) " + ID + " " + ID)) {
            throw Refused.invalid("Choose one of the answers offered.");
        }
        var said = pair.split(" ");
        var of = Doubles.Of.valueOf(said[1]);
        var kept = UUID.fromString(said[2]);
        var other = UUID.fromString(said[3]);
        switch (said[0]) {
            case "SAME" -> doubles.same(of, kept, other);
            case "TWO" -> doubles.two(of, kept, other);
            default -> doubles.undo(of, other);
        }
        return Page.at(AT);
    }
}
