package org.throughline.rulebook.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.throughline.findings.Flaw;
import org.throughline.rulebook.RuleFiles;

class RuleCheckTest {

    private final RuleCheck check = new RuleCheck();

    @Test
    void oneBrokenFileHidesNothingOfAnother() {
        RuleFiles files = Book.with("settled == false", "settle == false")
                .with("derived/broken.drl", "package rules.derived\nrule \"x\" when ( then end\n")
                .with("derived/worse.drl", "not a rule at all {{{");

        assertThat(check.check(files))
                .extracting(Flaw::file, Flaw::line, Flaw::found)
                .contains(tuple(Book.RULES, 25, "Active has no field \"settle\""))
                .extracting(found -> found.toList().get(0))
                .contains("derived/broken.drl", "derived/worse.drl");
    }

    @Test
    void oneBrokenRuleHidesNothingOfTheNext() {
        RuleFiles files = Book.with("$enough : whole )", "$enough : whole");
        String text = files.text(Book.RULES).replace("UseCase( stage", "UseCase( stagee");

        assertThat(check.check(files.with(Book.RULES, text)))
                .extracting(Flaw::rule, Flaw::found)
                .containsExactly(
                        tuple("T1 late decision", "this ( is not closed"),
                        tuple("T1 cannot be judged", "UseCase has no field \"stagee\""));
    }

    @Test
    void aRuleOfTheSameNameInAnotherFileIsRefused() {
        RuleFiles files = Book.whole().with("derived/other.drl", """
                        package rules.derived
                        import org.throughline.facts.*
                        import org.throughline.facts.derived.*

                        /* Takes the place of a rule in another file, if nobody looks. */
                        rule "T1 late decision"
                        when
                            UseCase( $id : id, stage == Stage.PILOT )
                        then
                            insertLogical( new Underused( $id ) );
                        end
                        """);

        assertThat(check.check(files))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.found())
                        .isEqualTo("there is a rule of this name already: derived/other.drl, line 6"));
    }

    @Test
    void aThresholdThatNobodyUsesIsTold() {
        RuleFiles files = Book.whole()
                .with("thresholds.csv", Book.text("thresholds.csv") + "forgotten-days,3,days,\"Nobody knows.\"\n");

        assertThat(check.check(files)).singleElement().satisfies(flaw -> {
            assertThat(flaw.weight()).isEqualTo(Flaw.Weight.WARNING);
            assertThat(flaw.line()).isEqualTo(6);
            assertThat(flaw.found()).isEqualTo("no rule compares with the threshold \"forgotten-days\"");
        });
    }

    /** What people do to rules every day makes no error of them. */
    @TestFactory
    Stream<DynamicTest> variationsOfTheShippedRulesHaveNoErrors() throws IOException {
        RuleFiles shipped = RuleFiles.read(Path.of("rules"));
        Map<String, UnaryOperator<String>> variations = new TreeMap<>(Map.of(
                "line ends of Windows", text -> text.replace("\n", "\r\n"),
                "tabs", text -> text.replace("    ", "\t"),
                "no blanks", text -> text.replace("( ", "(").replace(" )", ")"),
                "a comment behind every line", text -> text.replaceAll("(?m)(,|;)$", "$1 // \"why\" (not"),
                "blank lines", text -> text.replaceAll("(?m)^(when|then)$", "\n$1\n"),
                "other names of variables", text -> text.replaceAll("\\$(\\w+)", "\\$own_$1"),
                "more words", text -> text.replaceAll("@title\\(\"", "@title(\"In short: ")));
        return Stream.concat(
                variations.entrySet().stream()
                        .map(it -> dynamicTest(
                                it.getKey(),
                                () -> assertThat(errors(each(shipped, ".drl", it.getValue())))
                                        .isEmpty())),
                Stream.of("0.75", "1.25", "2")
                        .map(factor -> dynamicTest(
                                "thresholds times " + factor,
                                () -> assertThat(errors(each(
                                                shipped, "thresholds.csv", csv -> times(csv, new BigDecimal(factor)))))
                                        .isEmpty())));
    }

    private List<Flaw> errors(RuleFiles files) {
        return check.check(files).stream().filter(Flaw::isError).toList();
    }

    private static RuleFiles each(RuleFiles files, String kind, UnaryOperator<String> change) {
        TreeMap<String, String> changed = new TreeMap<>(files.texts());
        changed.replaceAll((path, text) -> path.endsWith(kind) ? change.apply(text) : text);
        return new RuleFiles(changed);
    }

    private static String times(String csv, BigDecimal factor) {
        Matcher value = Pattern.compile("(?m)^([a-z-]+,)(\\d+),").matcher(csv);
        return value.replaceAll(
                it -> it.group(1) + new BigDecimal(it.group(2)).multiply(factor).toPlainString() + ",");
    }
}
