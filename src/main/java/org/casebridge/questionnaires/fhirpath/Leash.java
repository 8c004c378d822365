package org.casebridge.questionnaires.fhirpath;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Base;

/**
 * Keeps an expression from running for ever. Everything that goes round (where, select, repeat, aggregate…) is given a check at its end, and everything that can
 * multiply (descendants, combine, replace…) one behind it; the check gives up when time or measure has run out.
 */
final class Leash {

    static final Duration LIMIT = Duration.ofSeconds(2);
    static final String CHECK = "casebridgeCheck";
    private static final int MOST_VALUES = 100_000;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int DEEPEST = 200;
    /** As JSON names it, and many authors do; FHIRPath knows {@code value} only. */
    private static final Pattern TYPED_VALUE = Pattern.compile("value(Boolean|Integer|Decimal|Date|DateTime|Time|String|Uri|Url|Code|Coding|CodeableConcept|Quantity|Attachment|Reference)");
    private static final Set<String> GOES_ROUND = Set.of("where", "all", "select", "exists", "repeat", "aggregate");
    private static final Set<String> MULTIPLIES = Set.of("descendants", "children", "combine", "union", "repeat", "replace", "replaceMatches", "join");
    private static final Set<String> OF_ONE = Set.of("abs", "ceiling", "exp", "floor", "ln", "log", "power", "round", "sqrt", "truncate");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int NOW_AND_THEN = 64;

    /** Time of work, not of the clock: on a busy machine an honest expression may wait long. */
    private final long end = THREADS.getCurrentThreadCpuTime() + LIMIT.toNanos();
    private int checks;

    /** Thrown through HAPI, which must not take it for an ordinary failure. */
    static final class GivenUp extends Error {

        GivenUp() {
            super("given up", null, false, false);
        }
    }

    List<Base> check(List<Base> values) {
        if (++checks % NOW_AND_THEN == 0 && (THREADS.getCurrentThreadCpuTime() > end || Thread.interrupted()) || values.size() > MOST_VALUES) {
            throw new GivenUp();
        }
        for (var value : values) {
            if (value.isPrimitive() && value.primitiveValue() != null && value.primitiveValue().length() > LONGEST_TEXT) {
                throw new GivenUp();
            }
        }
        return values;
    }

    static ExpressionNode put(ExpressionNode root) {
        put(root, 0);
        return root;
    }

    private static void put(ExpressionNode node, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("it is nested too deep");
        }
        for (ExpressionNode it = node; it != null; it = it.getOpNext()) {
            for (ExpressionNode step = it; step != null; step = step.getInner()) {
                if (step.getGroup() != null) {
                    put(step.getGroup(), depth + 1);
                }
                if (step.getKind() == ExpressionNode.Kind.Name && step.getName() != null && TYPED_VALUE.matcher(step.getName()).matches()) {
                    step.setName("value");
                }
                if (step.getKind() == ExpressionNode.Kind.Function) {
                    parameters(step, depth);
                }
            }
        }
    }

    private static void parameters(ExpressionNode step, int depth) {
        var name = step.getName() == null ? "" : step.getName();
        var parameters = step.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            put(parameters.get(i), depth + 1);
            if (GOES_ROUND.contains(name)) {
                parameters.set(i, grouped(parameters.get(i)));
            }
        }
        if (name.equals("matches")) {
            step.setName(Guarded.MATCHES);
            step.setFunction(ExpressionNode.Function.Custom);
        } else if (MULTIPLIES.contains(name)) {
            var check = check();
            check.setInner(step.getInner());
            step.setInner(check);
        } else if (OF_ONE.contains(name)) {
            forEach(step);
        }
    }

    /** HAPI fails where the standard has nothing come from nothing (hl7.org/fhirpath/#math): {@code x.round(1)} becomes {@code x.select(round(1))}. */
    private static void forEach(ExpressionNode step) {
        var inner = new ExpressionNode(0);
        inner.setKind(ExpressionNode.Kind.Function);
        inner.setName(step.getName());
        inner.setFunction(step.getFunction());
        inner.getParameters().addAll(step.getParameters());
        step.setName("select");
        step.setFunction(ExpressionNode.Function.Select);
        step.getParameters().clear();
        step.getParameters().add(inner);
    }

    private static ExpressionNode grouped(ExpressionNode parameter) {
        var group = new ExpressionNode(0);
        group.setKind(ExpressionNode.Kind.Group);
        group.setGroup(parameter);
        group.setInner(check());
        return group;
    }

    private static ExpressionNode check() {
        var check = new ExpressionNode(0);
        check.setKind(ExpressionNode.Kind.Function);
        check.setName(CHECK);
        check.setFunction(ExpressionNode.Function.Custom);
        return check;
    }
}
