package org.throughline.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;

/**
 * A name for the facts themselves: the same whatever files, rows and order they came in. Every fact is hashed on its own, and the hashes
 * are added up, so that nothing needs to be sorted.
 */
final class Digest {

    private static final int PART = 20_000;

    private final MessageDigest sha = sha256();
    private final StringBuilder text = new StringBuilder(256);
    private final long[] sum = new long[4];

    private Digest() {}

    static String of(Map<Kind, List<? extends Fact>> facts, Set<String> known) {
        Digest whole = new Digest();
        for (List<? extends Fact> ofKind : facts.values()) {
            int parts = (ofKind.size() + PART - 1) / PART;
            IntStream.range(0, parts)
                    .parallel()
                    .mapToObj(part -> part(ofKind.subList(part * PART, Math.min(ofKind.size(), (part + 1) * PART))))
                    .forEachOrdered(part -> whole.add(part.sum));
        }
        return whole.finish(known);
    }

    private static Digest part(List<? extends Fact> facts) {
        Digest digest = new Digest();
        for (Fact fact : facts) {
            digest.add(fact);
        }
        return digest;
    }

    private void add(Fact fact) {
        text.setLength(0);
        text.append(fact.factKind().table());
        List<Attribute> attributes = fact.factKind().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            text.append('\n');
            append(fact, attributes.get(i));
        }
        ByteBuffer hash = ByteBuffer.wrap(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        add(new long[] {hash.getLong(0), hash.getLong(8), hash.getLong(16), hash.getLong(24)});
    }

    /** Adds a number of 256 bits, highest part first. */
    private void add(long[] number) {
        long carry = 0;
        for (int i = 3; i >= 0; i--) {
            long total = sum[i] + number[i] + carry;
            boolean overflow = carry == 1
                    ? Long.compareUnsigned(total, number[i]) <= 0
                    : Long.compareUnsigned(total, number[i]) < 0;
            sum[i] = total;
            carry = overflow ? 1 : 0;
        }
    }

    private void append(Fact fact, Attribute attribute) {
        Object value = fact.value(attribute.index());
        if (fact.origin().isAbsent(attribute)) {
            text.append('-');
        } else if (fact.origin().isUnknown(attribute)) {
            text.append(fact.origin().isNotApplicable(attribute) ? '/' : '?');
        } else {
            text.append('=').append(canonical(value));
        }
    }

    private static String canonical(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return new TreeSet<>(list).toString();
        }
        String plain = String.valueOf(value);
        boolean clear = plain.indexOf('\\') < 0 && plain.indexOf('\n') < 0;
        return clear ? plain : plain.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private String finish(Set<String> known) {
        ByteBuffer all = ByteBuffer.allocate(32);
        for (long part : sum) {
            all.putLong(part);
        }
        sha.update(all.array());
        sha.update(String.join("\n", new TreeSet<>(known)).getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
