package org.throughline.facts;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A name for facts by what they say, worked out when somebody asks for it: of a million facts that takes as long as reading them. */
public final class Fingerprint {

    private @Nullable Supplier<String> source;
    private String text = "";

    private Fingerprint(Supplier<String> source) {
        this.source = source;
    }

    /** @param source asked once at most */
    public static Fingerprint of(Supplier<String> source) {
        return new Fingerprint(source);
    }

    synchronized String text() {
        if (source != null) {
            text = source.get();
            source = null;
        }
        return text;
    }
}
