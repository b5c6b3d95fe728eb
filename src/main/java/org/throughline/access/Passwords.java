package org.throughline.access;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** How passwords are kept (Argon2id, 19 MiB, two passes, as OWASP recommends), and which are taken: long ones, whatever is in them. */
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIB = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIB, PASSES);
    private final String nobodys = argon2.encode(Secrets.fresh());

    /** @throws UnfitException if it is too short, too long, or easily guessed */
    String kept(String password, String account) {
        String plain = plain(password);
        int length = plain.codePointCount(0, plain.length());
        if (length < SHORTEST || length > LONGEST) {
            throw unfit("a password of " + length + " characters", "12 to 128 characters, whatever they are");
        }
        String small = plain.toLowerCase(Locale.ROOT);
        boolean repeats = small.chars().distinct().count() < 5;
        if (repeats || small.contains("password") || small.contains("throughline") || isName(small, account)) {
            throw unfit(
                    "a password that is easily guessed",
                    "one of at least five different characters, without \"password\", \"throughline\" or the name of"
                            + " the account");
        }
        return argon2.encode(plain);
    }

    private static boolean isName(String password, String account) {
        return account.length() > 2 && password.contains(account);
    }

    private static UnfitException unfit(String found, String expected) {
        return new UnfitException(new Refused(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unfit-password",
                "That password is not taken",
                found,
                expected,
                "Choose another; four words by chance are good, and a password manager is better."));
    }

    /** @param kept null where there is none, which takes as long to find out as a wrong one */
    boolean fits(String password, @Nullable String kept) {
        String plain = plain(password);
        boolean sane = plain.length() <= 4 * LONGEST;
        boolean fits = argon2.matches(sane ? plain : "", kept == null ? nobodys : kept);
        return fits && sane && kept != null;
    }

    /** The same characters, however a keyboard composes them. */
    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
