package org.throughline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.advice.Advice;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Problem;
import org.throughline.report.AdviceJson;
import org.throughline.rulebook.cache.CacheFolder;
import org.throughline.testkit.Imports;
import org.throughline.testkit.ShippedBook;

/** An edited file is compiled by itself and once; the others stay as they were shipped. */
class EditedRulesTest {

    private static final String A1 = "diagnostics/proof/A1-undecided-proof.drl";

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    private final EditedRules.Told telling = new EditedRules.Told() {
        @Override
        public void compiling(int files) {
            told.add("compiling " + files);
        }

        @Override
        public void warned(Problem problem) {
            told.add(problem.found());
        }
    };

    @Test
    void rulesThatAreTheSameButForACommentGiveTheSameAdvice() {
        RuleBook edited = book(edited("// a comment"), new EditedRules(CacheFolder.NONE));

        assertThat(told).containsExactly("compiling 1");
        assertThat(edited.isProven()).isFalse();
        assertThat(edited.headers().keySet())
                .isEqualTo(ShippedBook.get().headers().keySet());
        assertThat(json(edited))
                .isEqualTo(json(ShippedBook.get()).replace(ShippedBook.get().digest(), edited.digest()));
    }

    @Test
    void aSecondCommandCompilesNothing() {
        RuleFiles files = edited("// for a second command");
        RuleBook first = book(files, new EditedRules(cache()));
        RuleBook second = book(files, new EditedRules(cache()));

        assertThat(told).containsExactly("compiling 1");
        assertThat(json(second)).isEqualTo(json(first));
    }

    @Test
    void whatWasCheckedIsNotCompiledAgain() {
        RuleFiles files = edited("// to be checked");
        EditedRules compiler = new EditedRules(CacheFolder.NONE);

        assertThat(RuleBooks.check(files, compiler, telling)).isEmpty();
        book(files, compiler);

        assertThat(told).containsExactly("compiling 1");
    }

    @Test
    void aDamagedCacheIsSaidAndCompiledAnew() throws IOException {
        RuleFiles files = edited("// to be damaged");
        book(files, new EditedRules(cache()));
        try (Stream<Path> blocks = Files.list(folder.resolve("cache"))) {
            for (Path block : (Iterable<Path>) blocks::iterator) {
                Files.writeString(block, "no rules");
            }
        }

        RuleBook again = book(files, new EditedRules(cache()));

        assertThat(told).containsExactly("compiling 1", "It is damaged.", "It is damaged.", "compiling 1");
        assertThat(again.count()).isEqualTo(ShippedBook.get().count());
    }

    @Test
    void aFileThatOnlyMovedIsNotCompiled() {
        RuleFiles shipped = ShippedBook.get().files();
        SortedMap<String, String> texts = new TreeMap<>(shipped.texts());
        texts.put("derived/groups.drl", texts.remove("derived/teams.drl"));

        RuleBook moved = book(new RuleFiles(texts), new EditedRules(CacheFolder.NONE));

        assertThat(told).isEmpty();
        assertThat(moved.count()).isEqualTo(ShippedBook.get().count());
    }

    @Test
    void aFileThatIsDeletedTakesItsRulesAway() {
        SortedMap<String, String> texts =
                new TreeMap<>(ShippedBook.get().files().texts());
        int rules = RuleDocumentation.countRules(texts.remove(A1));

        RuleBook without = book(new RuleFiles(texts), new EditedRules(CacheFolder.NONE));

        assertThat(told).isEmpty();
        assertThat(without.count()).isEqualTo(ShippedBook.get().count() - rules);
        assertThat(without.headers().keySet()).noneMatch(name -> name.startsWith("A1 "));
    }

    @Test
    void aPackageIsReplacedWhereItIsDeclared() {
        assertThat(EditedRules.inPackage("/* package a.b */ // package c\npackage rules.proof;\nrule", "rules.x"))
                .isEqualTo("/* package a.b */ // package c\npackage rules.x;\nrule");
    }

    private CacheFolder cache() {
        return CacheFolder.in(folder.resolve("cache"), 1 << 20);
    }

    private static RuleFiles edited(String comment) {
        RuleFiles shipped = ShippedBook.get().files();
        return shipped.with(A1, shipped.text(A1) + "\n" + comment + "\n");
    }

    private RuleBook book(RuleFiles files, EditedRules compiler) {
        return RuleBooks.of(files, "", null, compiler, telling);
    }

    private static String json(RuleBook book) {
        Portfolio portfolio = Imports.folder(Path.of("scenarios/sales-outreach/facts"), LocalDate.of(2026, 6, 30));
        Advice advice = Engine.advise(book, portfolio);
        return AdviceJson.text(advice);
    }
}
