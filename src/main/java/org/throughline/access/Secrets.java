package org.throughline.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Chance, and digests of it. */
final class Secrets {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BITS = 256;

    private Secrets() {}

    /** 256 bits, in characters that need no quoting anywhere. */
    static String fresh() {
        return random(BITS / 8);
    }

    static String random(int bytes) {
        byte[] chance = new byte[bytes];
        CHANCE.nextBytes(chance);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** Takes as long for the first wrong character as for the last. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
