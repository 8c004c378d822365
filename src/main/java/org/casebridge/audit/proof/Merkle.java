package org.casebridge.audit.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The tree hash of RFC 9162, 2.1.1: nodes are hashed after the byte 1, so that no node passes for a leaf. */
final class Merkle {

    static final int HASH = 32;

    private Merkle() {}

    /** Of leaves that stand one after another, {@link #HASH} bytes each. */
    static byte[] root(byte[] leaves) {
        return leaves.length == 0 ? sha256(leaves) : root(leaves, 0, leaves.length / HASH);
    }

    private static byte[] root(byte[] leaves, int from, int to) {
        int count = to - from;
        if (count == 1) {
            return java.util.Arrays.copyOfRange(leaves, from * HASH, to * HASH);
        }
        int left = Integer.highestOneBit(count - 1);
        var node = digest();
        node.update((byte) 1);
        node.update(root(leaves, from, from + left));
        node.update(root(leaves, from + left, to));
        return node.digest();
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
