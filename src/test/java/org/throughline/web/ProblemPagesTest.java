package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.RunningApp;

/** What the API refuses with is explained on a page. */
class ProblemPagesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/throughline");

    /** Where a kind is given its name: in a refusal, or where the name is chosen before. */
    private static final Pattern NAMED = Pattern.compile("new (?:Refusal|Refused)\\(\\s*[^,\"]+,\\s*\"([a-z-]+)\""
            + "|\\bproblem\\(\\s*HttpStatus\\.\\w+,\\s*\"([a-z-]+)\""
            + "|case [A-Z]+ -> \"([a-z-]+)\""
            + "|[?:] \"([a-z]+(?:-[a-z]+)*)\"(?=[ ;]*(?::|;|\\n))");

    /** Chosen between as well, and no kinds. */
    private static final Set<String> OTHER_WORDS = Set.of("error", "nothing", "end", "unnamed", "reading", "judging");

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @Test
    void everyKindThatTheProgramNamesHasItsPage() throws IOException {
        Set<String> lacking = new TreeSet<>();
        for (String name : named()) {
            if (app.get("/problems/" + name).statusCode() != 200) {
                lacking.add(name);
            }
        }
        assertThat(lacking)
                .as("kinds of problems without a page: explain them in"
                        + " src/main/resources/org/throughline/web/problems.yaml")
                .isEmpty();
    }

    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(ProblemPagesTest::refuses).toList()) {
                String text = Files.readString(file);
                if (!text.contains("Refus")
                        && !text.contains("ProblemDetail")
                        && !text.contains("public String name()")) {
                    continue;
                }
                NAMED.matcher(text)
                        .results()
                        .forEach(it -> Stream.of(1, 2, 3, 4)
                                .map(it::group)
                                .filter(java.util.Objects::nonNull)
                                .filter(name -> !OTHER_WORDS.contains(name))
                                .forEach(names::add));
            }
        }
        assertThat(names)
                .contains("busy", "not-found", "malformed-json", "log-in-required", "unusable-input", "no-space");
        return names;
    }

    private static boolean refuses(Path file) {
        String path = file.toString();
        boolean inHouse = path.contains("/api/") || path.contains("/access/");
        return inHouse && path.matches(".*(Problem\\w*|Refus\\w+|Exception|\\w+Api|Door|Keys|Etags|Accounts)\\.java");
    }

    @Test
    void theListLeadsToEach() {
        assertThat(app.get("/problems").body())
                .contains("href=\"/problems/busy\"", "There are too many requests at once");
    }

    @Test
    void aProblemDocumentLeadsToItsPage() {
        assertThat(app.get("/api/v1/nothing").body()).contains("\"help\":\"/problems/not-found\"");
        assertThat(app.get("/problems/not-found").body())
                .contains("urn:throughline:problem:not-found", "There is nothing at this address", "What to do.");
        assertThat(app.get("/problems/nonsense").statusCode()).isEqualTo(404);
    }
}
