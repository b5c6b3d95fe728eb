package org.throughline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.throughline.engine.Engine;
import org.throughline.rulebook.check.Book;
import org.throughline.rulebook.check.HonestRulesTest;
import org.throughline.rulebook.safe.CompiledClasses;
import org.throughline.testkit.Imports;

/** Rules that do what they may are compiled to classes that are taken for nothing else, and fire within their limits. */
class CompiledRulesAreSafeTest {

    @Test
    void whatIsShippedRefersToNothingForbidden() throws IOException {
        ShippedRules shipped;
        try (InputStream in = Shipped.class.getResourceAsStream(Shipped.PROVEN)) {
            shipped = ShippedRules.read(in);
        }

        assertThat(CompiledClasses.forbidden(shipped.compiled().classes())).isEmpty();
    }

    @Test
    void honestRulesAreCompiledLoadedAndFired() throws IOException {
        SortedMap<String, String> files =
                new TreeMap<>(RuleFiles.read(Path.of("rules")).texts());
        files.keySet().removeIf(path -> path.endsWith(".drl"));
        files.putAll(Book.whole().texts());
        for (Path file : HonestRulesTest.files()) {
            files.put(HonestRulesTest.path(file), Files.readString(file));
        }
        RuleBook book = RuleBooks.of(new RuleFiles(files), "", null);

        assertThat(book.isProven()).isFalse();
        assertThat(book.count()).isGreaterThanOrEqualTo(HonestRulesTest.files().size());
        assertThat(Engine.advise(
                        book, Imports.folder(Path.of("scenarios/sales-outreach/facts"), LocalDate.of(2026, 6, 30))))
                .isNotNull();
    }
}
