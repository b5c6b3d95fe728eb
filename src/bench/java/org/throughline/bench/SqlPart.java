package org.throughline.bench;

import java.util.Map;

/** CSV files to ranked advice, beside DuckDB that loads the same files and finds the same, and beside hand-written Java. */
final class SqlPart implements Part {

    private static final int BY_HAND_LIMIT = 3;
    private static final int WARM_ROUNDS = 40;

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public void measure(Table table, Harness harness) throws Exception {
        new Race(1_000, 2, 1).run(); // the one diagnostic that odd seeds have not
        rows(table, "10,000 facts, warm", new Race(10_000, 1, harness.isQuick() ? 3 : WARM_ROUNDS));
        rows(table, "1,000,000 facts, once in a cold process, -Xmx3g", new Race(1_000_000, 1, 1));
    }

    private static void rows(Table table, String what, Race race) throws Exception {
        Map<Contender, Double> seconds = race.run();
        double rules = seconds.get(Contender.RULES);
        double sql = seconds.get(Contender.DUCKDB);
        double byHand = seconds.get(Contender.BY_HAND);
        table.row(what + ", CSV files to ranked advice; beside it DuckDB, load and all 34 diagnostics as SQL")
                .measured("%.2f s".formatted(rules))
                .beside("%.2f s".formatted(sql))
                .ratio(rules / sql)
                .limit("1 x", rules <= sql);
        table.row("The same; beside it the same reader, then findings by hand on all cores")
                .measured("%.2f s".formatted(rules))
                .beside("%.2f s".formatted(byHand))
                .ratio(rules / byHand)
                .limit(BY_HAND_LIMIT + " x", rules <= BY_HAND_LIMIT * byHand);
    }
}
