package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Texts;
import org.throughline.testkit.Imports;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Organisations;

/** However the same facts come in, they mean the same once they are imported. */
class SameFactsSameVerdictsTest {

    private static IntStream blocksOfSeeds() {
        return IntStream.range(0, 6).map(block -> block * 25);
    }

    private static Stream<Organisation> organisations(int block) {
        return IntStream.range(block, block + 25).mapToObj(seed -> Organisations.generate(seed, 30));
    }

    private static Set<String> verdicts(Portfolio portfolio) {
        return Oracle.judge(portfolio).all().stream()
                .map(each -> each.truth().isTrue() ? each.line() : each.diagnostic() + each.subject() + each.truth())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void inOneFileOrInTwo(int block) {
        organisations(block)
                .forEach(org -> assertThat(verdicts(Imports.csv(org.splitCsv(block), org.asOf())))
                        .as(org::toString)
                        .isEqualTo(verdicts(Imports.of(org))));
    }

    /** An empty list of a JSON document has no properties, an empty file has columns. */
    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void asJsonOrAsCsv(int block) {
        organisations(block)
                .filter(org -> Stream.of(Kind.values())
                        .noneMatch(kind -> org.has(kind) && org.rows(kind).isEmpty()))
                .forEach(org -> assertThat(verdicts(Imports.json(org.json(), org.asOf())))
                        .as(org::toString)
                        .isEqualTo(verdicts(Imports.of(org))));
    }

    /** Where rows repeat an id, the first counts; the first spelling of a text names a team or person, so case does not matter here. */
    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void inAnyOrder(int block) {
        organisations(block)
                .filter(SameFactsSameVerdictsTest::isWithoutFirsts)
                .forEach(org -> assertThat(folded(Imports.of(org.shuffled(block))))
                        .as(org::toString)
                        .isEqualTo(folded(Imports.of(org))));
    }

    private static Set<String> folded(Portfolio portfolio) {
        return verdicts(portfolio).stream().map(Texts::fold).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isWithoutFirsts(Organisation org) {
        Portfolio portfolio = Imports.of(org);
        int read = portfolio.counts().values().stream().mapToInt(Long::intValue).sum();
        return read == org.size();
    }
}
