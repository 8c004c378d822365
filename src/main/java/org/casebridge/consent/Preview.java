package org.casebridge.consent;

import java.util.List;

/** What would leave and what would stay, and why, if it were released now. Nothing is sent, and nothing is noted as sent. */
public record Preview(List<Line> lines) {

    public record Line(Piece piece, Verdict verdict) {

        public boolean leaves() {
            return verdict instanceof Verdict.Leaves;
        }

        public String why() {
            return verdict instanceof Verdict.Stays stays ? org.casebridge.web.Say.say(stays.why()) : "";
        }
    }

    public List<Line> leaving() {
        return lines.stream().filter(Line::leaves).toList();
    }

    public List<Line> staying() {
        return lines.stream().filter(it -> !it.leaves()).toList();
    }
}
