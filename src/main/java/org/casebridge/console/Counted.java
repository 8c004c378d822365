package org.casebridge.console;

/** So many of something, as an operator reads it: "1 client", "1,144 clients". */
public final class Counted {

    private Counted() {}

    public static String of(long count, String one, String many) {
        return "%,d %s".formatted(count, count == 1 ? one : many);
    }

    /** Of what gets an s: {@code of(2, "row")}. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }
}
