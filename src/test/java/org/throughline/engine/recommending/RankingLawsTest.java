package org.throughline.engine.recommending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Finding;
import org.throughline.findings.Severity;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Organisations;

/** What the order of recommendations promises, over findings by chance about generated organisations. */
class RankingLawsTest {

    private static final int SEEDS = 100;

    private static RuleBook book;

    @BeforeAll
    static void readTheShippedRules() throws IOException {
        book = RuleBooks.of(RuleFiles.read(Path.of("rules")), "", null);
    }

    private record Case(long seed, Organisation organisation, Portfolio portfolio, FindingSets findings) {

        static Case of(long seed) {
            Organisation organisation = Organisations.generate(seed, 20 + (int) (seed % 5) * 30);
            Portfolio portfolio = organisation.portfolio();
            FindingSets findings = new FindingSets(seed, book, portfolio).with(5 + (int) (seed % 7) * 12);
            return new Case(seed, organisation, portfolio, findings);
        }

        List<Ranking.Ranked> ranked() {
            return Recommending.ranked(book, portfolio, findings.judged());
        }

        List<Recommendation> recommendations() {
            return Recommending.recommend(book, portfolio, findings.judged());
        }
    }

    private static List<Case> cases() {
        return LongStream.range(0, SEEDS).mapToObj(Case::of).toList();
    }

    @Test
    void oneMoreFindingNeverLowersItsRecommendation() {
        for (Case one : cases()) {
            Map<String, Ranking.Ranked> before = byFinding(one.ranked());
            Finding added = one.findings().next();
            Ranking.Ranked after = byFinding(one.ranked()).get(added.id());
            for (String finding : after.draft().findings()) {
                Ranking.Ranked earlier = before.get(finding);
                if (earlier != null) {
                    assertThat(after.weight())
                            .as(
                                    "seed %d: %s after %s was added",
                                    one.seed(), after.draft().id(), added.id())
                            .isLessThanOrEqualTo(earlier.weight());
                }
            }
        }
    }

    private static Map<String, Ranking.Ranked> byFinding(List<Ranking.Ranked> ranked) {
        Map<String, Ranking.Ranked> byFinding = new HashMap<>();
        ranked.forEach(one -> one.draft().findings().forEach(id -> byFinding.put(id, one)));
        return byFinding;
    }

    @Test
    void everyFindingIsAnsweredByExactlyOneRecommendation() {
        for (Case one : cases()) {
            List<String> answered = new ArrayList<>();
            one.recommendations().forEach(it -> answered.addAll(it.findings()));
            assertThat(answered)
                    .as("seed %d", one.seed())
                    .containsExactlyInAnyOrderElementsOf(one.findings().judged().findings().stream()
                            .map(Finding::id)
                            .toList());
        }
    }

    @Test
    void whatMustComeFirstIsPlacedBefore() {
        for (Case one : cases()) {
            Map<String, Integer> ranks = new HashMap<>();
            List<Recommendation> all = one.recommendations();
            all.forEach(it -> ranks.put(it.id(), it.rank()));
            for (Recommendation it : all) {
                for (String required : it.requires()) {
                    assertThat(ranks.get(required))
                            .as("seed %d: %s before %s", one.seed(), required, it.id())
                            .isLessThan(it.rank());
                }
            }
        }
    }

    @Test
    void neitherTheOrderOfFindingsNorThatOfRowsMatters() {
        for (Case one : cases()) {
            List<Recommendation> advice = one.recommendations();
            Portfolio shuffled = shuffled(one.portfolio(), one.seed());
            assertThat(Recommending.recommend(
                            book, one.portfolio(), one.findings().shuffled(7)))
                    .as("findings shuffled, seed %d", one.seed())
                    .isEqualTo(advice);
            assertThat(Recommending.recommend(book, shuffled, one.findings().judged()))
                    .as("rows shuffled, seed %d", one.seed())
                    .isEqualTo(advice);
        }
    }

    private static Portfolio shuffled(Portfolio portfolio, long seed) {
        Map<Kind, List<? extends Fact>> facts = new EnumMap<>(Kind.class);
        portfolio.facts().forEach((kind, rows) -> {
            List<Fact> copy = new ArrayList<>(rows);
            Collections.shuffle(copy, new Random(seed));
            facts.put(kind, copy);
        });
        return new Portfolio(portfolio.asOf(), facts, portfolio.known(), portfolio.digest());
    }

    @Test
    void anUnrelatedUseCaseNeverReordersTwoOthersOfTheSameTier() {
        for (Case one : cases()) {
            List<Recommendation> before = one.recommendations();
            Organisation larger = one.organisation().copy();
            larger.useCase("unrelated").stage("pilot").started(10).team("nobody-else");
            Portfolio portfolio = larger.portfolio();
            Judged judged = one.findings().judged();
            Judged more =
                    new Judged(judged.findings(), List.of(), judged.stakes(), FindingSets.live(portfolio), List.of());
            Map<String, Recommendation> after = new HashMap<>();
            Recommending.recommend(book, portfolio, more).forEach(it -> after.put(it.id(), it));
            for (int i = 1; i < before.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertSameOrder(one.seed(), before.get(j), before.get(i), after);
                }
            }
        }
    }

    private static void assertSameOrder(
            long seed, Recommendation first, Recommendation second, Map<String, Recommendation> after) {
        Recommendation firstAfter = after.get(first.id());
        Recommendation secondAfter = after.get(second.id());
        boolean sameTier = first.tier() == second.tier()
                && firstAfter.tier() == first.tier()
                && secondAfter.tier() == second.tier();
        if (sameTier) {
            assertThat(firstAfter.rank())
                    .as("seed %d: %s before %s", seed, first.id(), second.id())
                    .isLessThan(secondAfter.rank());
        }
    }

    @Test
    void theListIsShortHoweverManyFindingsThereAre() {
        for (Case one : cases().subList(0, 10)) {
            one.findings().with(1000);
            assertThat(one.recommendations())
                    .as("seed %d", one.seed())
                    .hasSizeLessThanOrEqualTo(5 * book.diagnostics().size());
        }
    }

    @Test
    void whatIsOnlyPositiveStaysSo() {
        for (Case one : cases()) {
            Judged judged = one.findings().judged();
            List<Finding> positive = judged.findings().stream()
                    .filter(finding -> finding.severity() == Severity.POSITIVE)
                    .toList();
            Judged healthy = new Judged(positive, List.of(), judged.stakes(), judged.live(), List.of());
            assertThat(Recommending.recommend(book, one.portfolio(), healthy))
                    .extracting(Recommendation::severity)
                    .allMatch(severity -> severity == Severity.POSITIVE);
        }
    }

    @Test
    void nothingFoundIsNothingToDo() {
        Portfolio portfolio = Organisation.today().portfolio();
        Judged nothing = new Judged(List.of(), List.of(), Map.of(), Set.of(), List.of());
        assertThat(Recommending.recommend(book, portfolio, nothing)).isEmpty();
    }
}
