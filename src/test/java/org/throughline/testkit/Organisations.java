package org.throughline.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;

/**
 * Organisations from a seed, the same for the same seed: some stories at the limits of the diagnostics, told in the same workflows, teams
 * and people, and then what real inventories do: blanks, tokens, repeated rows, missing columns and files.
 */
public final class Organisations {

    private static final List<Consumer<Plot>> STORIES = stories();
    private static final LocalDate[] DAYS = {
        LocalDate.of(2026, 6, 30), LocalDate.of(2024, 2, 29), LocalDate.of(2025, 3, 1), LocalDate.of(2026, 12, 31)
    };

    private Organisations() {}

    private static List<Consumer<Plot>> stories() {
        List<Consumer<Plot>> all = new ArrayList<>();
        List.of(ProofPlots.ALL, EnvironmentPlots.ALL, CommitmentPlots.ALL, MultiplyingPlots.ALL, ScalingPlots.ALL)
                .forEach(all::addAll);
        return List.copyOf(all);
    }

    /** @param size rows at which no further story is told; a story adds up to a dozen */
    public static Organisation generate(long seed, int size) {
        Draw draw = new Draw(seed);
        Organisation org = Organisation.asOf(draw.of(DAYS));
        Plot plot = new Plot(draw, org);
        // every story comes first in turn, so that each is told in the smallest organisations too
        STORIES.get((int) Math.floorMod(seed, (long) STORIES.size())).accept(plot);
        while (org.size() < size) {
            draw.of(STORIES).accept(plot);
        }
        return draw.chance(25) ? org : worn(draw, org);
    }

    /** As inventories are: no file is whole. */
    private static Organisation worn(Draw draw, Organisation org) {
        for (Kind kind : Kind.values()) {
            for (Row row : org.rows(kind)) {
                wear(draw, row);
            }
            if (draw.chance(10) && !org.rows(kind).isEmpty()) {
                repeat(draw, org, draw.of(org.rows(kind)));
            }
            if (kind != Kind.USE_CASE && draw.chance(org.rows(kind).isEmpty() ? 25 : 7)) {
                org.lacks(kind);
            }
            kind.attributes().stream()
                    .filter(column -> !identifies(column) && draw.chance(2))
                    .forEach(column -> org.lacks(kind, column.name()));
        }
        return org;
    }

    private static void wear(Draw draw, Row row) {
        for (Attribute column : row.kind.attributes()) {
            if (!identifies(column) && draw.chance(row.cell(column.name()).isEmpty() ? 1 : 4)) {
                row.cells.put(
                        column.name(),
                        draw.of("?", "", "none", "n/a", "tbd", "-", "Unknown", "To be  confirmed", "not applicable"));
            }
        }
    }

    static boolean identifies(Attribute column) {
        return column.required() && (column.name().equals("id") || column.name().endsWith("_id"));
    }

    private static void repeat(Draw draw, Organisation org, Row row) {
        Row again = org.add(row.kind);
        again.cells.putAll(row.cells);
        wear(draw, again);
    }
}
