package org.throughline.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two snapshots side by side, under ids that stay the same over time.
 *
 * @param tables what was added, changed and is gone, table by table; those in which nothing did are left out
 * @param facts each such fact, by table and id
 * @param findings those that came, went or returned, by id
 * @param effects what was predicted and what is observed of recommendations that are done
 */
public record Comparison(
        long before,
        long after,
        LocalDate asOfBefore,
        LocalDate asOfAfter,
        Map<String, Counts> tables,
        List<FactChange> facts,
        List<FindingChange> findings,
        List<Outcome> outcomes,
        List<EffectSeen> effects) {

    public Comparison {
        tables = new TreeMap<>(tables);
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
        outcomes = List.copyOf(outcomes);
        effects = List.copyOf(effects);
    }

    public record Counts(int added, int changed, int gone) {}

    /** What happened to something between the two. */
    public enum Happened {
        ADDED,
        CHANGED,
        GONE,
        NEW,
        RESOLVED,
        RETURNED
    }

    /**
     * @param fact table and id: {@code use_cases/uc-7}
     * @param name what people call it
     * @param cells what changed in it; empty where all of it came or went
     */
    public record FactChange(String fact, String name, Happened happened, List<CellChange> cells) {

        public FactChange {
            cells = List.copyOf(cells);
        }
    }

    /** Values as people write them; a dash where there is none. */
    public record CellChange(String column, String before, String after) {}

    /** @param returned ones were found before both, and not on the first of the two */
    public record FindingChange(
            String finding, String diagnostic, String severity, String name, String statement, Happened happened) {}

    /**
     * @param predicted hours a month that were at stake, or null where they were not quantified
     * @param observed hours a month that items need less since, by lead time and items of the workflow; null where nobody knows
     */
    public record EffectSeen(
            String recommendation,
            String title,
            @Nullable BigDecimal predicted,
            @Nullable BigDecimal observed,
            @Nullable String workflow,
            @Nullable BigDecimal leadTimeBefore,
            @Nullable BigDecimal leadTimeAfter) {}
}
