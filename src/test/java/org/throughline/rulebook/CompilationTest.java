package org.throughline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.findings.Flaw;
import org.throughline.rulebook.cache.CacheFolder;
import org.throughline.rulebook.check.Book;

/** What only the compiler knows is told of the rule that it means. */
class CompilationTest {

    @Test
    void namesTheRuleThatDoesNotCompile() {
        String text =
                Book.whole().text(Book.RULES).replace("UseCase( stage == Stage.PILOT", "UseCase( this.unit == \"h\"");

        assertThat(OwnClasses.with(() -> check(text))).singleElement().satisfies(flaw -> {
            assertThat(flaw.weight()).isEqualTo(Flaw.Weight.ERROR);
            assertThat(flaw.rule()).isEqualTo("T1 cannot be judged");
            assertThat(flaw.line()).isEqualTo(33);
            assertThat(flaw.found()).startsWith("the compiler does not take this rule: ");
        });
    }

    @Test
    void hasNothingToSayOfARuleThatCompiles() {
        assertThat(OwnClasses.with(() -> check(Book.whole().text(Book.RULES)))).isEmpty();
    }

    private static List<Flaw> check(String text) {
        RuleFiles rules = Book.whole().with(Book.RULES, text).rules();
        return Compilation.check(rules, new EditedRules(CacheFolder.NONE), EditedRules.Told.NOBODY);
    }
}
