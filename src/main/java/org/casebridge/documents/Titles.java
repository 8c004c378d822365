package org.casebridge.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a file is called when nobody says it, and its fingerprint. */
final class Titles {

    static final int LONGEST = 200;

    private Titles() {}

    /** The name without folders, ending, and characters that steer a terminal or turn the writing around. */
    static String of(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        var title = (dot > 0 ? last.substring(0, dot) : last).replaceAll("[\\p{Cntrl}\\p{Cf}]", "").replace('_', ' ').strip();
        return title.length() > LONGEST ? title.substring(0, LONGEST) : title;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
