package org.throughline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Organisations;
import org.throughline.testkit.ShippedBook;

/**
 * Twice the facts cost twice the work: no rule's cost of a fact grows by more than 1.3 times per doubling. Counted in one session, as cutting
 * into parts would hide what grows, and over the same organisation once, twice and four times, so that nothing else differs.
 */
class RuleGrowthTest {

    private static final double LIMIT = 1.3;

    /** 272 use cases with what hangs on them. */
    private static final int ROWS = 1_000;

    @Test
    void noShippedRuleGrowsFasterThanItsFacts() {
        assertThat(growing(ShippedBook.get()))
                .as("rules whose cost of a fact grows: join their conditions by ids (useCaseId == $id), each by a"
                        + " field of its own")
                .isEmpty();
    }

    @Test
    void aRuleThatComparesAllWithAllIsFound() throws IOException {
        assertThat(growing(bookOf("UseCase( $id : id, $name : name != null ) UseCase( id str[startsWith] $name )")))
                .singleElement()
                .asString()
                .startsWith("too many: ");
    }

    @Test
    void aJoinByAFieldThatManyShareIsFound() throws IOException {
        assertThat(growing(bookOf("UseCase( $id : id, $name : name != null, $stage : stage != null ) UseCase( stage =="
                        + " $stage, id str[startsWith] $name )")))
                .singleElement()
                .asString()
                .startsWith("too many: ");
    }

    @Test
    void aJoinByIdsIsNotFound() throws IOException {
        assertThat(growing(bookOf("UseCase( $id : id ) Adoption( useCaseId == $id )")))
                .isEmpty();
    }

    /** Name and pairs compared of each rule whose cost of a fact grows from once to twice, or from twice to four times as many facts. */
    private static List<String> growing(RuleBook book) {
        Organisation whole = Organisations.generate(4, ROWS);
        Map<String, Long> once = compared(book, whole.sideBySide(1).portfolio());
        Map<String, Long> twice = compared(book, whole.sideBySide(2).portfolio());
        Map<String, Long> fourTimes = compared(book, whole.sideBySide(4).portfolio());
        List<String> growing = new ArrayList<>();
        fourTimes.forEach((rule, pairs) -> {
            if (grows(once.get(rule), twice.get(rule)) || grows(twice.get(rule), pairs)) {
                growing.add("%s: %,d, %,d, %,d".formatted(rule, once.get(rule), twice.get(rule), pairs));
            }
        });
        return growing;
    }

    private static boolean grows(long pairs, long ofTwice) {
        return ofTwice > 2 * LIMIT * pairs;
    }

    private static Map<String, Long> compared(RuleBook book, Portfolio portfolio) {
        ComparedFacts compared = new ComparedFacts();
        Engine.assess(book, portfolio, Integer.MAX_VALUE, compared);
        return compared.byRule();
    }

    /** The shipped tables with one rule. */
    private static RuleBook bookOf(String conditions) throws IOException {
        SortedMap<String, String> files =
                new TreeMap<>(RuleFiles.read(Path.of("rules")).texts());
        files.keySet().removeIf(path -> path.endsWith(".drl"));
        files.put("derived/growth/growing.drl", """
            package rules.derived.growth

            import org.throughline.facts.*
            import org.throughline.facts.derived.*

            /*
             * Each use case that has one beside it, as far as its conditions see.
             */
            rule "too many"
            when
                %s
            then
                insertLogical( new Underused( $id ) );
            end
            """.formatted(conditions));
        return RuleBooks.of(new RuleFiles(files), "", null);
    }
}
