package org.throughline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.app.Edit;
import org.throughline.app.Supposed;
import org.throughline.facts.Portfolio;
import org.throughline.report.AdviceJson;
import org.throughline.testkit.Imports;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Organisations;
import org.throughline.testkit.ShippedBook;

/** Whatever changes, what is kept and what is judged anew make the same advice, to the byte, as judging all of it. */
class LiveAdviceTest {

    private static final int ORGANISATIONS = 30;
    private static final int EDITS = 5;

    private final LiveAdvice live = new LiveAdvice(ShippedBook.get());

    @Test
    void saysOfEditsByChanceWhatAWholeAdviceSays() {
        for (int seed = 0; seed < ORGANISATIONS; seed++) {
            Portfolio portfolio = Imports.of(Organisations.generate(seed, 60));
            RandomEdits edits = new RandomEdits(seed);
            LiveAdvice of = new LiveAdvice(ShippedBook.get());
            for (int i = 0; i <= EDITS; i++) {
                assertSame(of, portfolio, "seed " + seed + ", edit " + i);
                portfolio = edits.next(portfolio);
            }
        }
    }

    @Test
    void saysOfTheArticlesOrganisationWhatAWholeAdviceSays() {
        Portfolio given = Imports.folder(Path.of("scenarios/sales-outreach/facts"), LocalDate.of(2026, 6, 30));
        RandomEdits edits = new RandomEdits(1);
        Portfolio portfolio = given;
        for (int i = 0; i < 25; i++) {
            assertSame(live, portfolio, "edit " + i);
            portfolio = i % 5 == 4 ? given : edits.next(portfolio);
        }
    }

    @Test
    void aUseCaseThatMovesTakesWhatHangsOnItToTheOtherWorkflow() {
        Portfolio given = Imports.of(Organisations.generate(7, 200));
        assertSame(live, given, "given");
        String to = given.workflows().get(0).id();
        var moving = given.useCases().stream()
                .filter(useCase ->
                        useCase.workflowId() != null && !useCase.workflowId().equals(to))
                .findFirst()
                .orElseThrow();

        Portfolio joined = supposed(given, "use_cases", moving.id(), "workflow_id", to);
        Portfolio alone = supposed(given, "use_cases", moving.id(), "workflow_id", "");

        assertSame(live, joined, "in another workflow");
        assertSame(live, alone, "in none");
        assertSame(live, given, "as before");
    }

    @Test
    void aFrictionJoinsWorkflowsAndLeavesThemAgain() {
        Organisation org = Organisation.today();
        org.useCase("uc-1").with("workflow_id", "wf-1").with("stage", "pilot").with("started_on", "2026-01-01");
        org.useCase("uc-2").with("workflow_id", "wf-2").with("stage", "pilot").with("started_on", "2026-01-01");
        org.friction("f-1").with("workflow_id", "wf-1").with("recorded_on", "2025-06-01");
        Portfolio apart = Imports.of(org);
        Portfolio joined = supposed(apart, "frictions", "f-1", "use_case_ids", "uc-1;uc-2");

        assertSame(live, apart, "apart");
        assertSame(live, joined, "joined");
        assertSame(live, apart, "apart again");
        assertThat(Engine.advise(ShippedBook.get(), joined).findings())
                .as("the edit matters")
                .isNotEqualTo(Engine.advise(ShippedBook.get(), apart).findings());
    }

    @Test
    void anotherDayOtherNamesAndOtherColumnsAreJudgedAnew() {
        Portfolio given = Imports.of(Organisations.generate(3, 60));
        assertSame(live, given, "given");
        assertSame(
                live, new Portfolio(given.asOf().plusDays(40), given.facts(), given.known(), "later"), "another day");
        assertSame(
                live, new Portfolio(given.asOf(), given.facts(), java.util.Set.of("use_cases"), "less"), "less known");
    }

    private static Portfolio supposed(Portfolio portfolio, String table, String key, String column, String value) {
        return Supposed.of(portfolio, List.of(new Edit(table, key, column, value)));
    }

    private static void assertSame(LiveAdvice live, Portfolio portfolio, String when) {
        List<String> told = AdviceJson.text(live.advise(portfolio)).lines().toList();
        List<String> whole = AdviceJson.text(Engine.advise(ShippedBook.get(), portfolio))
                .lines()
                .toList();
        int same = 0;
        while (same < told.size() && same < whole.size() && told.get(same).equals(whole.get(same))) {
            same++;
        }
        assertThat(told.subList(same, told.size()).stream().limit(3))
                .as(when + ", from line " + same)
                .isEqualTo(whole.subList(same, whole.size()).stream().limit(3).toList());
    }
}
