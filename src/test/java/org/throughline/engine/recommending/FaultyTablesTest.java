package org.throughline.engine.recommending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Problem;
import org.throughline.report.ProblemText;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleFiles;
import org.throughline.testkit.ShippedBook;

/** What analysts get wrong in the tables of advice is told when the rules are loaded, all at once, with the place and what to do. */
class FaultyTablesTest {

    private final RuleBook book = ShippedBook.get();

    @Test
    void theShippedOnesAreFaultless() {
        Recommending.check(book);
    }

    @Test
    void tiersNamesNoSuchTier() {
        assertThat(problems(edited("tiers.csv", "medium,0,observed,P3", "medium,0,observed,P7")))
                .contains(
                        "error: tiers.csv, row 9: found tier is \"P7\", expected one of P1, P2, P3, P4; correct the word");
    }

    @Test
    void tiersLeaveACaseOut() {
        assertThat(problems(edited("tiers.csv", "low,0,assumed,P4,\"It may be good to have.\"\n", "")))
                .containsExactly(
                        "error: tiers.csv: found no line for low, assumed from 0%, expected a line from 0% for each"
                                + " severity and basis; add low,0,assumed,P4,\"why\"");
    }

    @Test
    void tiersGetWorseWithMore() {
        assertThat(problems(edited("tiers.csv", "high,80,observed,P1", "high,80,observed,P3")))
                .contains(
                        "error: tiers.csv: found high, observed from 0% is P2, and more of it would be worse, expected a"
                                + " tier that never gets worse with severity, spread or better evidence; raise the tier of the"
                                + " stronger line, or lower this one");
    }

    @Test
    void effortIsUnreadable() {
        assertThat(problems(edited("effort.csv", "decide,,S,1,", "decides,,tiny,none,")))
                .contains(
                        "error: effort.csv, row 2: found size is \"tiny\", expected one of S, M, L, XL; correct the size",
                        "error: effort.csv, row 2: found days is \"none\", expected a number from 0 on; write a number such"
                                + " as 2 or 0.5",
                        "error: effort.csv: found no line says what decide takes, expected a line with that kind and an"
                                + " empty place; add decide,,M,5,\"why\"")
                .anyMatch(line ->
                        line.startsWith("error: effort.csv, row 2: found kind is \"decides\", expected one of "));
    }

    @Test
    void effortIsForNoSuchPlace() {
        assertThat(problems(edited("effort.csv", "decide,team,", "decide,tema,")))
                .containsExactly(
                        "error: effort.csv, row 3: found place is \"tema\", expected empty, for any place, or one of"
                                + " workflow, team, organisation, file, column; correct the place");
    }

    @Test
    void foldingLacksAUnit() {
        assertThat(problems(edited("advice/folding.csv", "\n,organisation,4,", "\n,organization,4,")))
                .containsExactly(
                        "error: advice/folding.csv, row 4: found unit is \"organization\", expected one of use_case, workflow,"
                                + " step, handoff, team, person, friction, organisation; correct the word",
                        "error: advice/folding.csv: found no line says when the unit organisation takes up recommendations, expected"
                                + " a line with that unit and an empty kind; add ,organisation,3,\"why\"");
    }

    @Test
    void columnsNamesWhatNoInventoryHas() {
        assertThat(problems(edited("advice/columns.csv", "use_cases.tool,", "use_cases.tol,")))
                .containsExactly(
                        "error: advice/columns.csv, row 13: found no inventory has \"use_cases.tol\", expected a file"
                                + " (decisions) or a column (use_cases.stage); correct the name");
    }

    @Test
    void remediesGoRoundInACircle() {
        assertThat(
                        problems(
                                edited(
                                        "advice/remedies.yaml",
                                        "    after: [assign-owner, move-ownership]\n    decider: [use_cases.outcome_owner_id, use_cases.sponsor_id, workflows.owner_id, teams.lead_id]\n    ceiling: true",
                                        "    after: [decide-adoption]\n    decider: [use_cases.outcome_owner_id, use_cases.sponsor_id, workflows.owner_id, teams.lead_id]\n    ceiling: true")))
                .contains(
                        "error: advice/remedies.yaml: found decide comes after decide-adoption, and that after decide,"
                                + " expected an order without a circle; correct it in advice/remedies.yaml");
    }

    @Test
    void remediesShowAnUnknownPlace() {
        assertThat(problems(edited("advice/remedies.yaml", "Name one owner for the outcome of {name}", "Own {nam}")))
                .containsExactly(
                        "error: advice/remedies.yaml: found assign-owner, one shows an unknown place in \"Own {nam}\","
                                + " expected of {about}, {column}, {diagnostics}, {first}, {n}, {name}, {names}, {places}, {subjects},"
                                + " {where}, {workflow}; correct it in advice/remedies.yaml");
    }

    @Test
    void remediesHaveAWordThatNobodyReads() {
        assertThat(problems(edited(
                        "advice/remedies.yaml", "    after: []\n    decider: [teams.lead_id]\n", "    afer: []\n")))
                .singleElement()
                .asString()
                .matches(
                        "error: advice/remedies.yaml, row \\d+: found \"afer\" stands where nothing of that name can, expected"
                                + " words, deciders and remedies as the file's first comment describes them; correct that line; mind"
                                + " that YAML counts blanks at the start of a line");
    }

    @Test
    void remediesAreEmpty() {
        RuleFiles files = book.files().with("advice/remedies.yaml", "remedies:\n  decide:\n");

        assertThat(problems(files))
                .containsExactly(
                        "error: advice/remedies.yaml: found it lacks words, deciders or remedies, expected words,"
                                + " deciders and remedies as the file's first comment describes them; correct that line; mind that"
                                + " YAML counts blanks at the start of a line");
    }

    @Test
    void allTablesAreToldOfAtOnce() {
        RuleFiles files = edited("tiers.csv", "low,0,observed,P4", "low,0,observed,P9")
                .with("effort.csv", text("effort.csv").replace("decide,,S,1,", "decide,,S,0,"))
                .with("advice/columns.csv", text("advice/columns.csv").replace("teams.lead_id", "teams.boss"));

        assertThat(problems(files))
                .extracting(line -> line.split("[,:] ")[1])
                .contains("tiers.csv", "effort.csv", "advice/columns.csv");
    }

    private String text(String file) {
        return book.files().texts().get(file);
    }

    private RuleFiles edited(String file, String from, String to) {
        assertThat(text(file)).contains(from);
        return book.files().with(file, text(file).replace(from, to));
    }

    private List<String> problems(RuleFiles files) {
        RuleBookException faulty = catchThrowableOfType(
                RuleBookException.class, () -> new AdviceBook(files, book.diagnostics(), book.thresholds()));
        List<Problem> problems = faulty == null ? List.of() : faulty.problems();
        return problems.stream().map(ProblemText::line).toList();
    }
}
