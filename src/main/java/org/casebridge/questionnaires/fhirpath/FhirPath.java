package org.casebridge.questionnaires.fhirpath;

import java.util.List;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.model.Base;

/** Compiles and evaluates. HAPI's engine is loaded when the first expression is met, and is one for all. */
public final class FhirPath {

    public static final int LONGEST = 20_000;

    private FhirPath() {}

    /** Why an expression has no value: {@code endless} when time or measure ran out. */
    public static final class Failed extends Exception {

        private final boolean endless;

        Failed(String why, boolean endless) {
            super(why, null, false, false);
            this.endless = endless;
        }

        public boolean endless() {
            return endless;
        }
    }

    private static final class Loaded {

        static final FHIRPathEngine ENGINE = engine();

        private static FHIRPathEngine engine() {
            var engine = new FHIRPathEngine(NoDefinitions.context());
            engine.setHostServices(new Functions());
            engine.setDoNotEnforceAsSingletonRule(true);
            return engine;
        }
    }

    public static Compiled compile(String expression) throws Failed {
        if (expression.length() > LONGEST) {
            throw new Failed("it is longer than " + LONGEST + " characters", false);
        }
        try {
            return new Compiled(Leash.put(Loaded.ENGINE.parse(expression)));
        } catch (RuntimeException wrong) {
            throw new Failed(String.valueOf(wrong.getMessage()), false);
        } catch (StackOverflowError deep) {
            throw new Failed("it is nested too deep", false);
        }
    }

    /** {@code resource} is the root, {@code context} what the expression starts from and calls %context. */
    public static List<Base> evaluate(Compiled compiled, Base resource, Base context, Scope scope) throws Failed {
        try {
            var leash = new Leash();
            return leash.check(Loaded.ENGINE.evaluate(new Functions.Run(scope, leash), resource, resource, context, compiled.node));
        } catch (Leash.GivenUp endless) {
            throw new Failed("it does not end", true);
        } catch (RuntimeException wrong) {
            throw new Failed(String.valueOf(wrong.getMessage()), false);
        } catch (StackOverflowError deep) {
            throw new Failed("it goes too deep", true);
        }
    }
}
