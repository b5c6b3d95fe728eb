package org.throughline.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Origin;
import org.throughline.facts.Portfolio;

/** Changes a portfolio by chance, a row at a time: one goes, comes back, or says in one column what another row of its kind says. */
final class RandomEdits {

    private final Random random;
    private final List<Fact> gone = new ArrayList<>();

    RandomEdits(long seed) {
        random = new Random(seed);
    }

    Portfolio next(Portfolio portfolio) {
        Map<Kind, List<? extends Fact>> facts = new EnumMap<>(portfolio.facts());
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            edit(facts);
        }
        return new Portfolio(portfolio.asOf(), facts, portfolio.known(), "edited");
    }

    private void edit(Map<Kind, List<? extends Fact>> facts) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        List<Fact> rows = new ArrayList<>(facts.get(kind));
        int choice = random.nextInt(10);
        if (choice == 0 && !gone.isEmpty()) {
            Fact back = gone.remove(random.nextInt(gone.size()));
            kind = back.factKind();
            rows = new ArrayList<>(facts.get(kind));
            add(back, rows);
        } else if (choice == 1 && rows.size() > 1) {
            gone.add(rows.remove(random.nextInt(rows.size())));
        } else if (rows.size() > 1) {
            int at = random.nextInt(rows.size());
            Fact was = rows.remove(at);
            Fact changed = changed(was, rows.get(random.nextInt(rows.size())));
            rows.add(at, hasKey(rows, changed.key()) ? was : changed);
        }
        facts.put(kind, rows);
    }

    private static void add(Fact fact, List<Fact> rows) {
        if (!hasKey(rows, fact.key())) {
            rows.add(fact);
        }
    }

    private static boolean hasKey(List<Fact> rows, String key) {
        return rows.stream().anyMatch(row -> row.key().equals(key));
    }

    private Fact changed(Fact fact, Fact like) {
        Kind kind = fact.factKind();
        int columns = kind.attributes().size();
        int taken = random.nextInt(columns);
        @Nullable Object[] values = new Object[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = (i == taken ? like : fact).value(i);
        }
        long bit = 1L << taken;
        Origin own = fact.origin();
        Origin others = like.origin();
        return Fact.of(
                kind,
                new Origin(
                        own.sheet(),
                        own.row(),
                        own.absent() & ~bit | others.absent() & bit,
                        own.unknown() & ~bit | others.unknown() & bit,
                        own.notApplicable() & ~bit | others.notApplicable() & bit),
                values);
    }
}
