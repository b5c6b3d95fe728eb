package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.rulebook.RuleFiles;
import org.throughline.testkit.RulesFolders;
import org.throughline.testkit.RunningApp;

/** Real edits of rules, real requests: what is sound goes live at once and as a whole, what is not is told everywhere and changes nothing. */
class RulesGoLiveTest {

    private static final String A1 = "diagnostics/proof/A1-undecided-proof.drl";
    private static final String SAID = "no decision followed.";
    private static final Pattern ATTEMPT =
            Pattern.compile("\"state\": \"(\\w+)\",\\s+\"digest\": (?:\"([^\"]+)\"|null)");
    private static final Pattern DIGEST = Pattern.compile("\"digest\": \"([^\"]+)\"");
    private static final String FACTS = """
        {"use_cases": [{"id": "uc-1", "name": "Call summaries", "stage": "validated", "validated_on": "2026-05-15"}],
         "decisions": [{"subject_type": "use_case", "subject_id": "uc-2", "kind": "stop", "decided_on": "2026-01-01"}]}
        """;

    private static final RulesFolders FILES = RulesFolders.temporary("A1-undecided-proof");

    @RegisterExtension
    static final RunningApp app =
            new RunningApp("--throughline.rules=" + FILES.rules(), "--throughline.scenarios=" + FILES.scenarios());

    @BeforeEach
    void asShipped() throws IOException {
        FILES.mend(A1);
        FILES.mend("thresholds.csv");
        settled();
    }

    @Test
    void aGoodEditGoesLiveAndChangesTheAdvice() throws IOException {
        String before = advice();
        assertThat(before).contains(SAID);

        FILES.edit(A1, SAID, "nobody has decided.");
        String status = settled();

        assertThat(status).contains("\"state\": \"live\"", "\"tests\": \"Scenarios passed: 1.\"", "\"problems\": []");
        assertThat(advice()).contains("nobody has decided.");
        assertThat(digest(advice())).isNotEqualTo(digest(before)).isEqualTo(digest(status));
        assertThat(app.get("/").body()).doesNotContain("rules-banner");
    }

    @Test
    void aBrokenEditIsToldAndChangesNothing() throws IOException {
        String before = advice();

        FILES.edit(A1, "$a : Active(", "$a : Activ(");
        String status = settled();

        assertThat(digest(status)).isEqualTo(digest(before));
        assertThat(status.substring(status.indexOf("\"tests\""))).isEqualTo("""
            "tests": "Not tested: there are errors.",
                "scenarios": null,
                "failed": [],
                "problems": [
                  {
                    "severity": "error",
                    "file": "diagnostics/proof/A1-undecided-proof.drl",
                    "line": 27,
                    "column": 10,
                    "length": 5,
                    "rule": "A1 undecided proof",
                    "found": "there is no fact called \\"Activ\\"",
                    "fix": "Did you mean Active?",
                    "text": "    $a : Activ( settled == false, assumed == false, stage in ( Stage.VALIDATED, Stage.IN_USE ), $u : useCase,"
                  }
                ]
              }
            }
            """);
        assertThat(app.get("/").body())
                .contains(
                        "The rules in the folder are refused: 1 error. Live meanwhile: "
                                + digest(before).substring(0, 19) + "…",
                        """
                        <pre>error: diagnostics/proof/A1-undecided-proof.drl, line 27, column 10
                          rule   A1 undecided proof
                          found  there is no fact called &quot;Activ&quot;
                          fix    Did you mean Active?
                        """);
        assertThat(advice()).isEqualTo(before);
    }

    @Test
    void anEditThatAScenarioRefutesIsToldAndChangesNothing() throws IOException {
        String before = advice();

        FILES.edit(A1, "settled == false", "settled == true");
        String status = settled();

        assertThat(status)
                .contains(
                        "\"state\": \"refused\"",
                        "\"tests\": \"Scenarios failed: 1 of 1.\"",
                        "\"scenario\": \"A1-undecided-proof\"",
                        "\"A1 use_case:uc-1 must fire (validated 31 days ago, no decision), but did not\"");
        assertThat(app.get("/").body())
                .contains(
                        "1 scenario of 1 failed",
                        "A1 use_case:uc-1 must fire (validated 31 days ago, no decision), but did not");
        assertThat(advice()).isEqualTo(before);
    }

    /** Each answer is of one rule book from its beginning to its end. */
    @Test
    void requestsUnderWayKeepTheRulesTheyBeganWith() throws Exception {
        Map<String, String> saidBy = new HashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<Future<List<String>>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                answers.add(clients.submit(() -> {
                    List<String> got = new ArrayList<>();
                    while (!done.get()) {
                        got.add(advice());
                    }
                    return got;
                }));
            }
            String said = SAID;
            saidBy.put(digest(settled()), said);
            for (int edit = 1; edit <= 3; edit++) {
                String other = "nobody has decided (" + edit + ").";
                FILES.edit(A1, said, other);
                saidBy.put(digest(settled()), other);
                said = other;
            }
        } finally {
            done.set(true);
            clients.shutdown();
        }

        assertThat(saidBy).hasSize(4);
        List<String> seen = new ArrayList<>();
        for (Future<List<String>> each : answers) {
            for (String advice : each.get()) {
                assertThat(saidBy).containsKey(digest(advice));
                assertThat(advice).contains(saidBy.get(digest(advice)));
                saidBy.values().stream()
                        .filter(other -> !other.equals(saidBy.get(digest(advice))))
                        .forEach(other -> assertThat(advice).doesNotContain(other));
                seen.add(digest(advice));
            }
        }
        assertThat(seen.stream().distinct().count()).isGreaterThan(1);
    }

    /** Waits until the files as they are now are live or refused, and says which. */
    private static String settled() throws IOException {
        String files = RuleFiles.read(FILES.rules()).digest();
        for (int i = 0; i < 600; i++) {
            String status = app.get("/api/v1/rules/status").body();
            Matcher attempt = ATTEMPT.matcher(status);
            assertThat(attempt.find()).isTrue();
            boolean over = attempt.group(1).equals("live") || attempt.group(1).equals("refused");
            if (over && files.equals(attempt.group(2))) {
                return status;
            }
            pause();
        }
        throw new AssertionError(
                "not settled: " + app.get("/api/v1/rules/status").body());
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first in a document: that of the live rules, in both. */
    private static String digest(String document) {
        Matcher digest = DIGEST.matcher(document);
        assertThat(digest.find()).isTrue();
        return digest.group(1);
    }

    private static String advice() {
        HttpResponse<String> answer = app.send(HttpRequest.newBuilder(app.uri("/api/v1/advice?asOf=2026-06-30"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(FACTS)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
