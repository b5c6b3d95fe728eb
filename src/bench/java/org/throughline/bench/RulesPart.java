package org.throughline.bench;

import java.io.IOException;

/** From rule files to rules that run. */
final class RulesPart implements Part {

    private static final double LOADED_LIMIT_S = 1.5;
    private static final double CHECKED_LIMIT_S = 1;
    private static final double LIVE_LIMIT_S = 3;

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public void measure(Table table, Harness harness) throws IOException, InterruptedException {
        RulesBenchmark.Times times = RulesBenchmark.measure();
        int rules = Given.rules().count();
        seconds(
                table,
                "The %d rules, unchanged, loaded in a fresh JVM".formatted(rules),
                times.loaded(),
                LOADED_LIMIT_S);
        seconds(table, "One edited file of them checked, warm", times.checked(), CHECKED_LIMIT_S);
        seconds(table, "The same live, with all scenarios run, warm; from saving the file", times.live(), LIVE_LIMIT_S);
    }

    private static void seconds(Table table, String what, double measured, double limit) {
        table.row(what).measured("%.2f s".formatted(measured)).limit(limit + " s", measured < limit);
    }
}
