package org.throughline.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/**
 * How use cases multiply beside how many are settled: month by month, what was started, decided, and made the standard.
 *
 * @param months in their order, without a gap; at most the last five years
 * @param undated use cases of which nobody knows when they were started
 */
public record Pace(List<Month> months, int undated) {

    private static final int MOST = 60;

    public record Month(YearMonth month, int started, int decided, int standards, int running) {}

    private static final class Counts {
        private int started;
        private int decided;
        private int standards;
    }

    static Pace of(Portfolio portfolio) {
        SortedMap<YearMonth, Counts> counts = new TreeMap<>();
        int undated = 0;
        for (UseCase it : portfolio.useCases()) {
            if (it.startedOn() == null && it.stage() != Stage.IDEA) {
                undated++;
            }
            add(counts, it.startedOn(), portfolio.asOf(), one -> one.started++);
        }
        for (Decision it : portfolio.decisions()) {
            add(counts, it.decidedOn(), portfolio.asOf(), one -> one.decided++);
            if (it.kind() == DecisionKind.STANDARDISE) {
                add(counts, it.decidedOn(), portfolio.asOf(), one -> one.standards++);
            }
        }
        for (Workflow it : portfolio.workflows()) {
            add(counts, it.standardDocumentedOn(), portfolio.asOf(), one -> one.standards++);
        }
        return new Pace(months(counts, YearMonth.from(portfolio.asOf())), undated);
    }

    private static void add(
            SortedMap<YearMonth, Counts> counts,
            @Nullable LocalDate day,
            LocalDate asOf,
            java.util.function.Consumer<Counts> what) {
        if (day != null && !day.isAfter(asOf)) {
            what.accept(counts.computeIfAbsent(YearMonth.from(day), key -> new Counts()));
        }
    }

    private static List<Month> months(SortedMap<YearMonth, Counts> counts, YearMonth last) {
        if (counts.isEmpty()) {
            return List.of();
        }
        List<Month> months = new ArrayList<>();
        YearMonth first = counts.firstKey();
        YearMonth from = first.isBefore(last.minusMonths(MOST - 1)) ? last.minusMonths(MOST - 1) : first;
        int running = counts.headMap(from).values().stream()
                .mapToInt(one -> one.started)
                .sum();
        for (YearMonth month = from; !month.isAfter(last); month = month.plusMonths(1)) {
            Counts one = counts.getOrDefault(month, new Counts());
            running += one.started;
            months.add(new Month(month, one.started, one.decided, one.standards, running));
        }
        return months;
    }
}
