package org.throughline.history;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;

/** What became of the cells that findings rested on. */
final class Basis {

    private final Moment before;
    private final Moment now;

    Basis(Moment before, Moment now) {
        this.before = before;
        this.now = now;
    }

    /** Files and cells that were known and are not any more, in words. */
    List<String> lost(Collection<Finding> findings) {
        return each(findings, evidence -> {
            String file = evidence.fact().split("/", 2)[0];
            if (before.facts().known().contains(file) && !now.facts().known().contains(file)) {
                return Stream.of("there is no file " + file + " any more");
            }
            return cells(evidence)
                    .filter(cell -> !cell.was().unknown(evidence.attribute()))
                    .filter(cell -> cell.is().unknown(evidence.attribute()))
                    .map(cell -> evidence.fact() + ", " + evidence.attribute() + " is no longer known");
        });
    }

    /** Cells that say something else now, in words. */
    List<String> changed(Collection<Finding> findings) {
        return each(
                findings,
                evidence -> cells(evidence)
                        .filter(cell -> !Cells.same(cell.before(), cell.after()))
                        .map(cell -> evidence.fact() + ", " + evidence.attribute() + ": " + Cells.word(cell.before())
                                + " → " + Cells.word(cell.after())));
    }

    private static List<String> each(Collection<Finding> findings, Function<Evidence, Stream<String>> told) {
        TreeSet<String> words = new TreeSet<>();
        findings.forEach(finding ->
                finding.evidence().forEach(evidence -> told.apply(evidence).forEach(words::add)));
        return List.copyOf(words);
    }

    private Stream<Pair> cells(Evidence evidence) {
        Fact was = before.named(evidence.fact());
        Fact is = was == null ? null : now.fact(before.id(was));
        Attribute column = was == null ? null : was.factKind().find(evidence.attribute());
        return was == null || is == null || column == null ? Stream.empty() : Stream.of(new Pair(was, is, column));
    }

    private record Pair(Fact was, Fact is, Attribute column) {

        @org.jspecify.annotations.Nullable
        Object before() {
            return was.value(column.index());
        }

        @org.jspecify.annotations.Nullable
        Object after() {
            return is.value(column.index());
        }
    }
}
