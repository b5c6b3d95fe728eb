package org.throughline.rulebook.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;
import org.throughline.testkit.Imports;

/** Rules whose text gives nothing away, and that would run until the memory is full: they are stopped, and named. */
class RunawayRulesTest {

    private static final int USE_CASES =
            1_600; // parts of the portfolio are judged apart: one of them has to be large enough

    @TestFactory
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    Stream<DynamicTest> areStoppedAndNamed() throws IOException {
        Portfolio portfolio = portfolio();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/check/runaway"))) {
            return files.sorted().toList().stream()
                    .map(file -> dynamicTest(name(file), () -> assertStopped(file, portfolio)));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".drl", "").replace('-', ' ');
    }

    private static void assertStopped(Path file, Portfolio portfolio) throws IOException {
        RuleBook book = RuleBooks.of(with(file), "", null);
        RunawayRuleException stopped =
                catchThrowableOfType(RunawayRuleException.class, () -> Engine.advise(book, portfolio));
        assertThat(stopped).isNotNull();
        assertThat(stopped.rule()).isEqualTo(name(file));
        assertThat(stopped.reason()).matches("(it|all) (fired|tried|took|failed).*");
    }

    /** The shipped tables with this rule alone. */
    private static RuleFiles with(Path file) throws IOException {
        SortedMap<String, String> files =
                new TreeMap<>(RuleFiles.read(Path.of("rules")).texts());
        files.keySet().removeIf(path -> path.endsWith(".drl"));
        files.put("derived/runaway/" + file.getFileName(), Files.readString(file));
        return new RuleFiles(files);
    }

    private static Portfolio portfolio() {
        StringBuilder useCases = new StringBuilder("id,name,stage\n");
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < USE_CASES; i++) {
            useCases.append("uc-").append(i).append(",Use case ").append(i).append(",pilot\n");
            ids.append(i == 0 ? "" : ";").append("uc-").append(i);
        }
        return Imports.csv(
                Map.of(
                        "use_cases.csv",
                        useCases.toString(),
                        "workflows.csv",
                        "id,name\nw-1,Orders\n",
                        "steps.csv",
                        "workflow_id,id,seq,name,wait_before_h\nw-1,s-1,1,Check,3\n",
                        "frictions.csv",
                        "id,kind,use_case_ids\nf-1,missing_data," + ids + "\n"),
                LocalDate.of(2026, 6, 30));
    }
}
