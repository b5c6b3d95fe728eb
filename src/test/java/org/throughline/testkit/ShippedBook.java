package org.throughline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBooks;

/** The rule book of {@code rules/}, loaded once for all tests. */
public final class ShippedBook {

    private static final class Holder {
        static final RuleBook BOOK = load();
    }

    private ShippedBook() {}

    public static RuleBook get() {
        return Holder.BOOK;
    }

    private static RuleBook load() {
        try {
            return RuleBooks.load(Path.of("rules"), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
