package org.casebridge.accounts;

/** RFC 4648, section 6, without padding: how authenticator apps read a seed, and how recovery codes are printed. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String of(byte[] bytes) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (var each : bytes) {
            held = held << 8 | each & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(LETTERS.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(LETTERS.charAt(held << 5 - bits & 31));
        }
        return text.toString();
    }

    /** In groups, so that it can be typed. */
    static String grouped(String text, int size) {
        return text.replaceAll("(.{" + size + "})(?=.)", "$1 ");
    }
}
