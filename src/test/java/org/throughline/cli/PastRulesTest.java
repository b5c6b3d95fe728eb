package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.rulebook.RuleBooks;
import org.throughline.testkit.Inventory;
import org.throughline.testkit.RulesFolders;

/** An advice of long ago can be given again, to the byte, by the digest of the rules that it names. */
class PastRulesTest {

    private static final String BOOKS = "throughline.books";
    private static final Path FACTS = Path.of("scenarios/sales-outreach/facts");
    private static final Pattern DIGEST = Pattern.compile("\"rules\": \\{\\s+\"digest\": \"(sha256:[0-9a-f]{64})\"");

    @TempDir
    private Path folder;

    private RulesFolders files;
    private @Nullable String before;

    @BeforeEach
    void keepBooksHere() {
        before = System.getProperty(BOOKS);
        System.setProperty(BOOKS, folder.resolve("books").toString());
        files = RulesFolders.in(folder);
    }

    @AfterEach
    void asItWas() {
        if (before == null) {
            System.clearProperty(BOOKS);
        } else {
            System.setProperty(BOOKS, before);
        }
    }

    @Test
    void givesTheSameAdviceAgain() {
        files.edit("thresholds.csv", "undecided-proof-days,30", "undecided-proof-days,45");
        String then = advice(files.rules());
        files.edit("thresholds.csv", "undecided-proof-days,45", "undecided-proof-days,60");
        String now = advice(files.rules());

        assertThat(now).isNotEqualTo(then);
        assertThat(advice(digest(then))).isEqualTo(then);
        assertThat(advice(digest(now).substring(0, 20))).isEqualTo(now);
    }

    @Test
    void keepsAnOrganisationsOwnThresholdsWithTheRules() {
        Inventory.in(folder).with("own.csv", "name,value", "undecided-proof-days,45");
        String then = throughline(
                        "advise",
                        FACTS,
                        "--as-of=2026-06-30",
                        "--format=json",
                        "--thresholds",
                        folder.resolve("own.csv"))
                .out();

        assertThat(advice(digest(then))).isEqualTo(then);
    }

    @Test
    void findsTheRulesThatTheProgramCarries() {
        String shipped = RuleBooks.shippedFiles().digest();

        assertThat(digest(advice(shipped))).isEqualTo(shipped);
    }

    @Test
    void namesTheNearestWhereThereIsNoneOfThatDigest() {
        String shipped = RuleBooks.shippedFiles().digest();
        String asked = shipped.substring(0, 20) + (shipped.charAt(20) == 'f' ? "0" : "f");

        Ran ran = throughline("advise", FACTS, "--rules", asked);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().replaceAll("\\s+", " "))
                .startsWith(asked + " found No rules of that digest are kept. expected The digest in an advice that was"
                        + " given here (\"rules\", \"digest\"), or its first eight digits or more; kept in ")
                .contains("fix Did you mean " + shipped);
    }

    @Test
    void asksForEnoughOfADigest() {
        Ran ran = throughline("advise", FACTS, "--rules", "sha256:3f");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("sha256:3f\n  found     Too little of a digest.\n");
    }

    private static String advice(Object rules) {
        Ran ran = throughline("advise", FACTS, "--as-of=2026-06-30", "--format=json", "--rules", rules);
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }

    private static String digest(String advice) {
        Matcher digest = DIGEST.matcher(advice);
        assertThat(digest.find()).isTrue();
        return digest.group(1);
    }
}
