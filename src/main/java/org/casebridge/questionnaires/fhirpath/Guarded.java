package org.casebridge.questionnaires.fhirpath;

import java.util.regex.Pattern;

/** Regular expressions that can be stopped: the text they look at asks, now and then, whether it is still time. */
public final class Guarded {

    static final String MATCHES = "casebridgeMatches";
    private static final int NOW_AND_THEN = 1 << 12;

    private Guarded() {}

    public static final class TooLong extends RuntimeException {

        TooLong() {
            super("the regular expression takes too long", null, false, false);
        }
    }

    /** Whether the whole text fits; {@link TooLong} after half a second. */
    public static boolean fits(Pattern pattern, String text) {
        long end = System.nanoTime() + 500_000_000L;
        return pattern.matcher(new Watched(text, () -> {
            if (System.nanoTime() > end) {
                throw new TooLong();
            }
        })).matches();
    }

    static boolean find(Pattern pattern, String text, Runnable check) {
        return pattern.matcher(new Watched(text, check)).find();
    }

    private static final class Watched implements CharSequence {

        private final String text;
        private final Runnable check;
        private int looks;

        Watched(String text, Runnable check) {
            this.text = text;
            this.check = check;
        }

        @Override
        public char charAt(int index) {
            if (++looks % NOW_AND_THEN == 0) {
                check.run();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.substring(start, end), check);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
